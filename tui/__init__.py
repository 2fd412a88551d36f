"""Lesart: reads one news story in all its versions.

Five rooms, one direction: ``articles <- language <- comparison <- library <- reader <- cli``.
Each room imports only from rooms to its left; only ``reader`` imports Textual, only ``language`` imports spaCy and
onnxruntime.
"""

__version__ = "0.1.0"
