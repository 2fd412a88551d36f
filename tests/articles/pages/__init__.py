"""Made news pages, each with what a reader wants of it."""
