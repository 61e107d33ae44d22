"""A reading as JSON and back, to pass it between processes without trusting what comes."""

from dataclasses import asdict
from typing import Any

from sightline_reader.model import Box, Candidate, Cell, Document, Fault, Heading, Hold, Page, Reading, Table, Word
from sightline_reader.wordboxes import WordBoxes

PAGE_FIELDS = ("number", "start", "end", "width", "height", "has_text", "by_ocr", "label")
TABLE_FIELDS = ("page", "origin", "caption", "first_row")


def to_wire(reading: Reading) -> dict[str, Any]:
    return {
        "document": _document_out(reading.document) if reading.document else None,
        "kind": reading.kind,
        "candidates": [asdict(candidate) for candidate in reading.candidates],
        "faults": [asdict(fault) for fault in reading.faults],
        "reader_version": reading.reader_version,
        "hold": asdict(reading.hold) if reading.hold else None,
    }


def from_wire(sent: dict[str, Any]) -> Reading:
    hold = sent["hold"]
    return Reading(
        document=_document_in(sent["document"]) if sent["document"] else None,
        kind=sent["kind"],
        candidates=tuple(_candidate_in(candidate) for candidate in sent["candidates"]),
        faults=tuple(Fault(**fault) for fault in sent["faults"]),
        reader_version=sent["reader_version"],
        hold=Hold(hold["code"], hold["message"], tuple(hold["places"])) if hold else None,
    )


def _document_out(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "media_type": document.media_type,
        "text": document.text,
        "pages": [_page_out(page) for page in document.pages],
        "tables": [_table_out(table) for table in document.tables],
        "headings": [(h.start, h.end, h.level) for h in document.headings],
        "properties": document.properties,
        "warnings": document.warnings,
    }


def _document_in(sent: dict[str, Any]) -> Document:
    return Document(
        name=sent["name"],
        media_type=sent["media_type"],
        text=sent["text"],
        pages=tuple(_page_in(page, sent["text"]) for page in sent["pages"]),
        tables=tuple(_table_in(table) for table in sent["tables"]),
        headings=tuple(Heading(*heading) for heading in sent["headings"]),
        properties=sent["properties"],
        warnings=tuple(sent["warnings"]),
    )


def _page_out(page: Page) -> dict[str, Any]:
    sent = {name: getattr(page, name) for name in PAGE_FIELDS}
    if isinstance(page.words, WordBoxes):
        sent["boxes"] = page.words.packed()
    else:
        sent["words"] = [asdict(word) for word in page.words]
    return sent


def _page_in(sent: dict[str, Any], text: str) -> Page:
    fields = {name: sent[name] for name in PAGE_FIELDS}
    if "boxes" in sent:
        return Page(**fields, words=WordBoxes.unpacked(text, sent["boxes"]))
    words = tuple(Word(w["text"], w["start"], w["end"], Box(**w["box"]) if w["box"] else None) for w in sent["words"])
    return Page(**fields, words=words)


def _table_out(table: Table) -> dict[str, Any]:
    rows = [[(cell.text, cell.start, cell.end) for cell in row] for row in table.rows]
    return {"rows": rows, **{name: getattr(table, name) for name in TABLE_FIELDS}}


def _table_in(sent: dict[str, Any]) -> Table:
    rows = tuple(tuple(Cell(*cell) for cell in row) for row in sent["rows"])
    return Table(rows=rows, **{name: sent[name] for name in TABLE_FIELDS})


def _candidate_in(sent: dict[str, Any]) -> Candidate:
    boxes = tuple(Box(**box) for box in sent["boxes"])
    return Candidate(**{**sent, "boxes": boxes, "doubts": tuple(sent["doubts"])})
