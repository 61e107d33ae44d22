"""Documents lead to each other: every link resolves, and every how-to can be reached from the README."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)


def links_of(document: Path) -> Iterator[tuple[Path, str]]:
    """The files that a document leads to, and the heading in each; addresses on the web are left out."""
    for target in LINK.findall(CODE.sub("", document.read_text(encoding="utf-8"))):
        if not re.match(r"[a-z]+:", target):
            path, _, heading = target.partition("#")
            yield ((document.parent / path).resolve() if path else document), heading


def headings_of(document: Path) -> set[str]:
    found = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).strip().replace(" ", "-") for heading in found}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_resolves(document):
    broken = [
        f"{path.name}#{heading}" if path.exists() else str(path)
        for path, heading in links_of(document)
        if not path.exists() or (heading and heading not in headings_of(path))
    ]
    assert broken == []


def test_every_how_to_is_reached_from_the_readme():
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        document = ahead.pop()
        reached.add(document)
        ahead += [path for path, _ in links_of(document) if path.suffix == ".md" and path not in reached]
    assert set((ROOT / "docs" / "how-to").glob("*.md")) - reached == set()


def test_the_glossary_is_in_alphabetical_order_and_says_each_word_once():
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    words = re.findall(r"^\| (?!word \||-)([^|]+) \|", text, re.M)
    assert len(words) > 50
    assert words == sorted(words, key=lambda word: re.sub(r"[^a-z ]", "", word.casefold().replace("’", "")))
    assert len(words) == len(set(words))
