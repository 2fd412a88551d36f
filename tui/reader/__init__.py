"""Everything Textual: app, screens, widgets, commands, styles, themes."""
