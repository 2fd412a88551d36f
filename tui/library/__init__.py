"""What is kept: analysis cache, search index, bookmarks, reading positions, settings, exports."""
