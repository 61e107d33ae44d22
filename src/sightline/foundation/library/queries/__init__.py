"""What is asked of the library."""

from .documents import (
    citations_of_document,
    document_visible_to,
    documents_visible_to,
    guidance_visible_to,
    newest_version,
    page_of,
    version_visible_to,
)
from .searching import search
from .sources import sources_for, sources_of

__all__ = [
    "citations_of_document",
    "document_visible_to",
    "documents_visible_to",
    "guidance_visible_to",
    "newest_version",
    "page_of",
    "search",
    "sources_for",
    "sources_of",
    "version_visible_to",
]
