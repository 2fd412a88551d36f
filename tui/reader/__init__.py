"""The reading room: everything that draws on the terminal and answers keys.

Importing this package loads nothing; ``tui.reader.app`` holds the application.
"""
