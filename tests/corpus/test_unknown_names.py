"""People whose names no list of given names holds are found as readily as others.

The names of the corpus's papers are replaced by names that the reader has never seen, from many languages.
"""

import json
from itertools import cycle
from pathlib import Path

import pytest

from sightline_reader.kinds import attendance
from sightline_reader.layout import View
from sightline_reader.opening import open_document
from sightline_reader.people.name_words import GIVEN

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LEAST_FOUND = 0.95

FIRST = ["Zorvan", "Taluna", "Chikondi", "Thandeka", "Xiuying", "Ngaire", "Eirwen", "Tadhg", "Małgorzata", "Farhiya"]
FIRST += ["Ioana", "Yosef", "Kwabena", "Ruaridh", "Aoibheann", "Wystan", "Ombrith"]
LAST = ["Pendrake", "Okonjo", "Szymanski", "Mbeki", "Thistlewood", "Farquhar", "Nakamura", "O’Riordan", "McAllenby"]
LAST += ["Dhillon", "Branković", "Abimbola", "Jayasuriya"]

pytestmark = pytest.mark.corpus


def papers() -> list[tuple[str, list[dict]]]:
    """Text and people of each paper whose people are all labelled; papers with legends of initials are left out."""
    found = []
    for path in sorted(CORPUS.glob("*/*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        people = label.get("labels", {}).get("attendance", [])
        whole = label.get("coverage", {}).get("attendance") == "exhaustive"
        if whole and people and not any(person.get("initials") for person in people):
            found.append(((path.parent / label["file"]).read_bytes().decode("utf-8"), people))
    return found


def test_names_that_no_list_knows_are_found():
    if not (read := papers()):
        pytest.skip(f"the development corpus is not beside this checkout ({CORPUS})")
    assert not GIVEN & {name.lower() for name in FIRST}
    first, last = cycle(FIRST), cycle(LAST)
    asked = found = 0
    for text, people in read:
        whole = {p["person"] for p in people if " " in p["person"] and p["person"] in text}
        renamed = {name: f"{next(first)} {next(last)}" for name in sorted(whole)}
        for name in sorted(renamed, key=len, reverse=True):
            text = text.replace(name, renamed[name])
        names = {c.fields["person"] for c in attendance.find(View(open_document(text.encode(), "paper.txt")))}
        asked += len(renamed)
        found += sum(name in names for name in renamed.values())
    assert found / asked >= LEAST_FOUND
