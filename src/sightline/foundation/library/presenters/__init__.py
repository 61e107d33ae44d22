"""Documents and their pages as the pages of Sightline show them."""

from .addresses import SourceMark, page_href, source_marks
from .documents import document_page, documents_table
from .panes import Mark, PagePane, lines_of, page_pane, stretches
from .reading import reading_page

__all__ = [
    "Mark",
    "PagePane",
    "SourceMark",
    "document_page",
    "documents_table",
    "lines_of",
    "page_href",
    "page_pane",
    "reading_page",
    "source_marks",
    "stretches",
]
