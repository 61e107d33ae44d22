"""Invented papers and what is read from them. They stand for layouts that public papers have, and always run."""

import json
from pathlib import Path
from typing import Any

import pytest

from sightline_reader.opening import open_document
from sightline_reader.reading import read

PAPERS = sorted(Path(__file__).parent.glob("*.txt"))


def expected(paper: Path) -> dict[str, Any]:
    return json.loads(paper.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_a_paper_gives_what_it_holds(paper):
    reading = read(open_document(paper.read_bytes(), paper.name))
    for kind, wanted in expected(paper)["candidates"].items():
        found = [c.fields for c in reading.candidates if c.kind == kind]
        told = [{key: fields.get(key) for key in want} for fields, want in zip(found, wanted, strict=False)]
        assert (kind, len(found), told) == (kind, len(wanted), wanted)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_a_paper_is_known_by_its_kind_and_its_faults(paper):
    reading = read(open_document(paper.read_bytes(), paper.name))
    want = expected(paper)
    assert reading.kind == want.get("kind", reading.kind)
    assert sorted({fault.code for fault in reading.faults}) == want["faults"]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.stem)
def test_every_candidate_of_a_paper_stands_in_its_text(paper):
    reading = read(open_document(paper.read_bytes(), paper.name))
    assert all(0 <= c.start < c.end <= len(reading.document.text) for c in reading.candidates)
