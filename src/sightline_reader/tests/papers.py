"""Invented papers for the tests of the reader: a text becomes a document of one page."""

from sightline_reader.layout import View
from sightline_reader.model import Candidate, Document, Page


def document_of(text: str, name: str = "paper.txt") -> Document:
    return Document(name, "text/plain", text, (Page(1, 0, len(text)),))


def view_of(text: str) -> View:
    return View(document_of(text))


def words_of(view: View, candidate: Candidate) -> str:
    """The words of the stored text under a candidate."""
    return view.document.text[candidate.start : candidate.end]
