"""PDF to a Document in reading order.

`pdfium` gives characters with boxes page by page (`characters`); they become pieces of text (`pieces`), grids of ruled
lines (`rulings`, `grids`), columns and aligned tables (`columns`, `aligned`), and then text with spans (`composing`).
What repeats on every page is taken out at the end (`furniture`). Everything here runs in one thread: pdfium is not
safe in several.
"""

from sightline_reader.formats.pdf.opening import open_pdf, render_page

__all__ = ["open_pdf", "render_page"]
