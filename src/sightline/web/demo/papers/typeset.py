"""Papers as PDF, through the same typesetter as the product's own."""

from html import escape as _html_escape

import typst

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\#*_$@<>`~[]="})


def plain(text: str) -> str:
    """Text that the typesetter takes as words, not as mark-up."""
    return text.translate(_SPECIAL)


def pdf(source: str, *, landscape: bool = False, footer: str = "") -> bytes:
    """A4, numbered pages, a running footer as committee papers have."""
    page = f'#set page(paper: "a4", flipped: {"true" if landscape else "false"}, margin: 2cm, numbering: "1", '
    page += f"footer: context [{plain(footer)} #h(1fr) Page #counter(page).display()])\n"
    head = '#set text(font: "Libertinus Serif", size: 11pt, lang: "en", region: "GB")\n#set par(justify: false)\n'
    return typst.compile((page + head + source).encode())


def table(columns: str, rows: list[tuple[str, ...]], *, ruled: bool = True) -> str:
    """`columns` as the typesetter writes widths, for instance (1fr, 2fr)."""
    cells = ", ".join(f"[{plain(cell)}]" for row in rows for cell in row)
    return f"#table(columns: {columns}, stroke: {'0.5pt' if ruled else 'none'}, {cells})\n"


def html(text: str) -> str:
    return _html_escape(text, quote=False)
