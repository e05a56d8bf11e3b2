"""Word: how a document looks and is put together; in chapters/ what the report says in it."""

from brouwerij.report.word.page import Page

__all__ = ["Page"]
