"""The files on disk: originals under their own digest, and pictures of pages made from them."""

from .files import discard, has_file, keep, path_of, read_file
from .images import NoPicture, page_picture

__all__ = ["NoPicture", "discard", "has_file", "keep", "page_picture", "path_of", "read_file"]
