"""Word documents: paragraphs, headings, lists with their numbers, tables, text boxes, notes, tracked changes.

Read straight from the parts of the file, because the usual library leaves out text boxes, notes and changes.
"""

from collections.abc import Iterator

from lxml import etree

from sightline_reader.formats.building import Builder
from sightline_reader.formats.docx_lists import Numbering
from sightline_reader.formats.docx_runs import BLOCKS, W, boxes_in, is_hidden_block, text_of
from sightline_reader.formats.packed import has_macros, opened, xml_part
from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Document, Unreadable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DEEPEST_HEADING = 6
SHORT_LINE = 70  # characters: shorter paragraphs one below the other (names, an address) make a list, not paragraphs
NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))


def open_docx(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    with opened(data, limits) as archive:
        body = xml_part(archive, "word/document.xml")
        if body is None:
            raise Unreadable("corrupt", "This Word document has no text part. Save it again and drop that in.")
        writer = _Writer(Builder(name, MEDIA_TYPE, limits), archive)
        writer.heads()
        writer.blocks(body.find(W + "body"))
        writer.notes()
        writer.warnings(body)
        writer.properties()
    return writer.builder.document()


class _Writer:
    def __init__(self, builder: Builder, archive) -> None:
        self.builder = builder
        self.archive = archive
        self.levels = _heading_levels(xml_part(archive, "word/styles.xml"))
        self.stood_apart = False
        self.numbering = Numbering(xml_part(archive, "word/numbering.xml"), xml_part(archive, "word/styles.xml"))

    def heads(self) -> None:
        """Running heads once, before the text: the body and the date of a meeting often stand only there."""
        seen = set()
        for name in sorted(self.archive.namelist()):
            if name.startswith("word/header") and name.endswith(".xml"):
                for paragraph in xml_part(self.archive, name).iter(W + "p"):
                    text = " ".join(text_of(paragraph).split())
                    if text and text not in seen and not paragraph.findall(f".//{W}instrText"):
                        seen.add(text)
                        self.builder.line(text)

    def blocks(self, parent) -> None:
        for block in _blocks_in(parent):
            if self.builder.is_full:
                return
            if block.tag == W + "tbl":
                self.builder.gap()
                self.table(block)
            else:
                self.paragraph(block)

    def paragraph(self, paragraph) -> None:
        text = self._text(paragraph)
        style = _value(paragraph, "pPr/pStyle")
        level = _outline(paragraph.find(W + "pPr")) or self.levels.get(style, 0)
        stands_apart = bool(level) or len(text) > SHORT_LINE
        if stands_apart or self.stood_apart:
            self.builder.gap()
        self.stood_apart = stands_apart
        for line in text.split("\n"):
            self.builder.line(line.strip(" "), level)
        for box in boxes_in(paragraph):
            self.blocks(box)

    def _text(self, paragraph) -> str:
        text = text_of(paragraph)
        number = self.numbering.next_for(paragraph) if text.strip() else ""
        return f"{number} {text}" if number else text

    def table(self, table) -> None:
        rows = [self.row(row) for row in _children(table, "tr") if not is_hidden_block(row)]
        if max(map(len, rows), default=0) > 1:
            self.builder.table(rows, "docx", _caption(table))
        else:
            for line in (line for row in rows for cell in row for line in cell.split("\n")):
                self.builder.line(line)

    def row(self, row) -> list[str]:
        """Merged cells: the text stands where the cell begins, and the places it covers stay empty."""
        cells = [""] * int(_value(row, "trPr/gridBefore") or 0)
        for cell in _children(row, "tc"):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            continues = merge is not None and merge.get(W + "val", "continue") == "continue"
            cells.append("" if continues else self.cell(cell))
            cells += [""] * (int(_value(cell, "tcPr/gridSpan") or 1) - 1)
        return cells

    def cell(self, cell) -> str:
        lines = []
        for block in _blocks_in(cell):
            if block.tag == W + "tbl":
                lines += [" ".join(filter(None, self.row(row))) for row in _children(block, "tr")]
            else:
                lines.append(self._text(block))
                lines += [self.cell(box) for box in boxes_in(block)]
        return "\n".join(lines)

    def notes(self) -> None:
        for part, tag in NOTES:
            root = xml_part(self.archive, part)
            for note in root.iterfind(W + tag) if root is not None else ():
                text = " ".join(" ".join(text_of(p) for p in note.iter(W + "p")).split())
                if text and note.get(W + "type", "normal") == "normal":
                    self.builder.line(f"{note.get(W + 'id')} {text}")

    def warnings(self, body) -> None:
        warn = self.builder.warn
        if has_macros(self.archive):
            warn("This document holds macros (small programs). They were not run; only its text was read.")
        if any(True for _ in body.iter(W + "del", W + "ins", W + "moveFrom")):
            warn("This document has tracked changes. Inserted text was read, deleted text was not.")
        if any(True for _ in body.iter(W + "commentReference")):
            warn("This document has comments. They were not read.")

    def properties(self) -> None:
        root = xml_part(self.archive, "docProps/core.xml")
        for element in root if root is not None else ():
            if element.text and isinstance(element.tag, str):
                self.builder.properties[etree.QName(element).localname] = element.text.strip()


def _blocks_in(parent) -> Iterator:
    """Paragraphs and tables, through the wrappers of content controls and of inserted blocks."""
    for child in parent if parent is not None else ():
        if child.tag in BLOCKS:
            yield child
        elif isinstance(child.tag, str) and not is_hidden_block(child) and not child.tag.endswith("Pr"):
            yield from _blocks_in(child)


def _children(parent, tag: str) -> Iterator:
    """Rows of a table or cells of a row, through the same wrappers."""
    for child in parent:
        if child.tag == W + tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            yield from _children(child, tag)


def _value(element, path: str) -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return found.get(W + "val") if found is not None else None


def _outline(properties) -> int:
    value = _value(properties, "outlineLvl") if properties is not None else None
    return int(value) + 1 if value and value.isdigit() and int(value) < DEEPEST_HEADING else 0


def _heading_levels(styles) -> dict[str | None, int]:
    """Style to heading level, by what the style says of itself, by its name, or by the style it is made from."""
    levels: dict[str | None, int] = {}
    made_from: dict[str, str | None] = {}
    for style in styles.iterfind(W + "style") if styles is not None else ():
        key, name = style.get(W + "styleId"), (_value(style, "name") or "").lower()
        number = name.removeprefix("heading ").strip()
        named = int(number) if name.startswith("heading ") and number.isdigit() else int(name == "title")
        levels[key] = _outline(style.find(W + "pPr")) or min(named, DEEPEST_HEADING)
        made_from[key] = _value(style, "basedOn")
    return {key: level or levels.get(made_from.get(key), 0) for key, level in levels.items()}


def _caption(table) -> str:
    return _value(table, "tblPr/tblCaption") or ""
