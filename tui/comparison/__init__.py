"""Analyses become stories: facts, mentions and differences."""
