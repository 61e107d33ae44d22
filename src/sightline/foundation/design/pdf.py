"""Accessible PDF (PDF/UA-1: tagged, titled, in British English) from a paper's blocks, by Typst, with nothing fetched."""

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from .blocks import Block, Paper
from .legible import clean, each, shown_by_our_fonts

HERE = Path(__file__).parent
MEDIA_TYPE = "application/pdf"
REPORT = HERE / "report.typ"


def pdf(template_source: str, data: dict[str, Any]) -> bytes:
    """Compile a Typst template that reads its words from `json("data.json")`.

    The words are data, so nothing that a person typed is run. The template can read no other file and no package.
    A character that no font here can show, which PDF/UA-1 refuses, is put in words. Raises typst.TypstError where the
    template does not compile or PDF/UA-1 does not allow what it makes.
    """
    words = each(clean, data)
    try:
        return _compiled(template_source, words)
    except typst.TypstError as refused:
        if "could not be displayed" not in str(refused):
            raise
        return _compiled(template_source, each(shown_by_our_fonts, words))


def _compiled(template_source: str, data: dict[str, Any]) -> bytes:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "main.typ").write_text(template_source, encoding="utf-8")
        (root / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return typst.compile(
            str(root / "main.typ"),
            root=folder,
            font_paths=[str(HERE / "fonts")],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            package_path=str(root / "none"),
            package_cache_path=str(root / "none"),
        )


def paper_pdf(paper: Paper) -> bytes:
    data = asdict(paper) | {"blocks": [_plain(block) for block in paper.levelled]}
    return pdf(REPORT.read_text(encoding="utf-8"), data)


def _plain(block: Block) -> dict[str, Any]:
    return {"block": type(block).__name__} | asdict(block)
