"""Files, folders and standard input become articles; their blocks are found, nothing is deleted."""
