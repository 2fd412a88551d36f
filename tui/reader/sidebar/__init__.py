"""The articles of the story, beside the one that is open."""
