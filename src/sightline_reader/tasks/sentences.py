"""Sentences, and which of them sets a task."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sightline_reader.layout import Block, View, trimmed
from sightline_reader.model import CELL_BREAK

_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bCllr)(?<!\bSt)(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)"
    r"[.!?]+[”’\"')]*(?=\s+[A-Z“‘•\"(\d]|\s*$)"
)
_MAY_STOP = re.compile(rf"[.!?\n{CELL_BREAK}]")
"""What every stop begins with: looked for first, because the stops themselves are slow to try at every character."""
_NUMBER = re.compile(
    r"\s*(?:(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|\d{1,2}(?=[ \t]{3,}[A-Z])|\(?[a-z][.)]|[·•▪●*\ue000-\uf8ff-])\s+)+"
)
_HEADING_LINE = re.compile(r"(?=[A-Z])[^\n.!?:;,]{3,60}(?<!\bof)(?<!\band)(?<!\bthe)[ \t]*\n[ \t]*(?=[A-Z“‘])")
"""The heading of a numbered paragraph on a line of its own, with the paragraph right below."""
_STOP = re.compile(
    rf"(?P<end>{_END.pattern})|\n\s*\n|{CELL_BREAK}|\n(?=[ \t]*(?:\d{{1,2}}\.\d{{1,2}}\.?|\d{{1,2}}[.)]|[•·▪●*\ue000-\uf8ff-])\s)"
)
_TASK = re.compile(
    r"\b(?:to [a-z]+|will|would|should|shall|could|must|agreed?|needs?|asked|requested|propose[sd]?"
    r"|be (?:\w+ed|sent|brought)|AGREED)\b",
    re.IGNORECASE,
)
_ONLY_A_NUMBER = re.compile(r"\s*\(?[\da-z]{1,2}")
_WORD = re.compile(r"\w")
LEAST_WORDS = 6


class Sentence(NamedTuple):
    text: str
    start: int
    end: int


def sentences_of(view: View, block: Block) -> list[Sentence]:
    """The sentences of a block, cut once for all who ask."""
    cut = view.once(_none_cut_yet)
    if block.start not in cut:
        cut[block.start] = sentences_in(view.text, block.start, block.end)
    return cut[block.start]


def _none_cut_yet(view: View) -> dict[int, list[Sentence]]:
    return {}


def sentences_in(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences between two offsets, without the number of the paragraph; a blank line or a numbered paragraph ends one too."""
    out: list[Sentence] = []
    at = start
    for stop in _stops(text[start:end]):
        if stop["end"] and _ONLY_A_NUMBER.fullmatch(text, at, start + stop.start()):
            continue
        out += _sentence(text, at, start + (stop.end("end") if stop["end"] else stop.start()))
        at = start + stop.end()
    out += _sentence(text, at, end)
    return out


def _stops(text: str) -> Iterator[re.Match[str]]:
    done = 0
    for sign in _MAY_STOP.finditer(text):
        if sign.start() >= done and (stop := _STOP.match(text, sign.start())):
            done = stop.end()
            yield stop


def _sentence(text: str, start: int, end: int) -> list[Sentence]:
    if number := _NUMBER.match(text, start, end):
        start = number.end()
        if heading := _HEADING_LINE.match(text, start, end):
            start = heading.end()
    if not _WORD.search(text, start, end):
        return []
    start, end = trimmed(text, start, end)
    return [Sentence(" ".join(text[start:end].split()), start, end)]


def task_sentence(sentences: list[Sentence], owners: str) -> Sentence | None:
    """The sentence that an owner's name behind it most likely means.

    One in which the owner is to act; else the last that sets a task; else the last. A very short one takes
    the sentence before it along.
    """
    if not sentences:
        return None
    names = [re.escape(n) for n in re.split(r"\s*(?:/|,|&|\band\b)\s*", owners.strip(" .")) if n]
    acts = (
        re.compile(rf"^(?:{'|'.join(names)})\b.{{0,30}}?\b(?:to|will|would|agreed)\b", re.IGNORECASE) if names else None
    )
    chosen = next((n for n, s in enumerate(sentences) if acts and acts.match(s.text)), None)
    if chosen is None:
        tasks = [n for n, s in enumerate(sentences) if _TASK.search(s.text) and "minuted" not in s.text]
        chosen = tasks[-1] if tasks else len(sentences) - 1
    one = sentences[chosen]
    if len(one.text.split()) < LEAST_WORDS and chosen:
        before = sentences[chosen - 1]
        return Sentence(f"{before.text} {one.text}", before.start, one.end)
    return one
