"""Addresses become pages and feeds: asked for politely, within limits, and never from a place that was not meant.

Nothing here runs unless a person asks for an address, and nothing of it is imported before: the HTTP library alone
takes as long to load as the first paint.
"""
