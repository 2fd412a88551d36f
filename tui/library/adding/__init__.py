"""Articles fetched into a folder: what is known there already, the files, and the way from an address to a file."""
