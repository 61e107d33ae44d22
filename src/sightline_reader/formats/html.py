"""Web pages: what a person would read of them. Scripts, styles and hidden parts are never read."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sightline_reader.formats.building import Builder
from sightline_reader.formats.decoding import decode
from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Document, Unreadable

DROPPED = {"script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "head", "select", "button"}
AROUND = {"nav", "footer", "aside"}
"""What stands around the text of a page; left out unless the page is nothing else."""
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figure"),
    *(
        "figcaption",
        "footer",
        "form",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
    ),
    *("h1", "h2", "h3", "h4", "h5", "h6", "caption", "center", "legend"),
}
PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre"}
HEADING = re.compile(r"h([1-6])$")
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST_COLUMNS = 200

TOO_DEEP = (
    "This page is built of too many parts within parts to be a paper, so it was not read. Save it as PDF instead."
)


def open_html(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    builder = Builder(name, "text/html", limits)
    write_html(builder, _decoded(data))
    return builder.document()


def _decoded(data: bytes) -> str:
    named = CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(named[1].decode())
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)[0].removeprefix("\ufeff")


def write_html(builder: Builder, source: str) -> None:
    tree = LexborHTMLParser(source)
    title = tree.css_first("title")
    if title and title.text(strip=True):
        builder.properties["title"] = " ".join(title.text().split())
    body = tree.body
    if body is not None:
        _Writer(builder, AROUND if _has_text_besides(body) else set()).page(body)


def _has_text_besides(body: LexborNode) -> bool:
    """Whether anything is left when what stands around the text is taken away."""
    around = sum(len(node.text(strip=True)) for tag in AROUND for node in body.css(tag))
    return len(body.text(strip=True)) > around


class _Writer:
    def __init__(self, builder: Builder, dropped: set[str]) -> None:
        self.builder = builder
        self.dropped = DROPPED | dropped
        self.inline: list[str] = []
        self.level = 0
        self.in_pre = False

    def page(self, body: LexborNode) -> None:
        self.children(body, 0)
        self.flush()

    def children(self, node: LexborNode, depth: int) -> None:
        if depth > self.builder.limits.nesting:
            raise Unreadable("too-deep", TOO_DEEP)
        child = node.child
        while child is not None and not self.builder.is_full:
            self.node(child, depth + 1)
            child = child.next

    def node(self, node: LexborNode, depth: int) -> None:
        tag = node.tag
        if tag == "-text":
            self.inline.append(node.text_content or "")
        elif tag == "br":
            self.flush()
        elif tag == "table":
            self.flush()
            self.table(node, depth)
        elif tag in BLOCKS:
            self.block(node, tag, depth)
        elif self.is_shown(node):
            self.children(node, depth)

    def is_shown(self, node: LexborNode) -> bool:
        if node.tag is None or node.tag.startswith(("-", "_")) or node.tag in self.dropped:
            return False
        marks = node.attributes
        return "hidden" not in marks and not HIDDEN.search(marks.get("style") or "")

    def block(self, node: LexborNode, tag: str, depth: int) -> None:
        if not self.is_shown(node):
            return
        self.flush()
        heading = HEADING.match(tag)
        self.level = int(heading[1]) if heading else 0
        if tag == "li":
            self.inline.append("• ")
        self.in_pre, before = tag == "pre" or self.in_pre, self.in_pre
        self.children(node, depth)
        self.flush()
        self.in_pre, self.level = before, 0
        if tag in PARAGRAPHS:
            self.builder.line()

    def flush(self) -> None:
        text, self.inline = "".join(self.inline), []
        lines = text.split("\n") if self.in_pre else [" ".join(text.split())]
        for line in lines:
            if line.strip(" •"):
                self.builder.line(line.rstrip(), self.level)

    def table(self, table: LexborNode, depth: int) -> None:
        if not self.is_shown(table):
            return
        rows = _rows(table)
        if table.css_first("table table") or max((len(row) for row in rows), default=0) < 2:
            for cell in (cell for row in rows for cell, _, _ in row):
                self.children(cell, depth + 1)
                self.flush()
            return
        caption = table.css_first("caption")
        text = " ".join(caption.text().split()) if caption else ""
        if text:
            self.builder.line(text)
        self.builder.table(self.spread(rows, depth), "html", text)

    def spread(self, rows, depth: int) -> list[list[str]]:
        """Cells at the places they take: a cell over several columns or rows stands where it begins."""
        grid: list[list[str]] = []
        covered: dict[tuple[int, int], bool] = {}
        for r, row in enumerate(rows):
            texts: list[str] = []
            for cell, across, down in row:
                while covered.pop((r, len(texts)), False):
                    texts.append("")
                for below in range(1, down):
                    covered.update({(r + below, len(texts) + right): True for right in range(across)})
                texts += [self.cell_text(cell, depth), *[""] * (across - 1)]
            while covered.pop((r, len(texts)), False):
                texts.append("")
            grid.append(texts)
        return grid

    def cell_text(self, cell: LexborNode, depth: int) -> str:
        inner = Builder("", "", self.builder.limits)
        writer = _Writer(inner, self.dropped)
        writer.children(cell, depth + 2)
        writer.flush()
        return "".join(inner.parts)


def _rows(table: LexborNode) -> list[list[tuple[LexborNode, int, int]]]:
    """The table's own rows: those of a table inside it are its own affair."""
    rows = []
    groups = [table, *(g for g in table.iter() if g.tag in ("thead", "tbody", "tfoot"))]
    for row in (row for group in groups for row in group.iter() if row.tag == "tr"):
        rows.append([(c, _span(c, "colspan"), _span(c, "rowspan")) for c in row.iter() if c.tag in ("td", "th")])
    return rows


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(max(int(value), 1), MOST_COLUMNS) if value.isdigit() else 1
