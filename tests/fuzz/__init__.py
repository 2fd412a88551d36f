"""Damaged and hostile input for everything that reads files: ``python -m tests.fuzz --count 100000``."""
