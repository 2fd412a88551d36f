"""Kinds of files that articles come in, one small module each, behind one protocol.

A format takes bytes and gives articles' texts; it knows nothing of folders, blocks or the screen. Other packages add
their own under the entry point group ``lesart.formats``.
"""
