"""The seats of a board as its terms list them: posts and agencies, without people. How many of each, where it says."""

import re
from collections.abc import Iterator

from sightline_reader.classify import kind_of
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.numbers import WORD_VALUES
from sightline_reader.passages import Passage, passages, title_of

MOST_WORDS = 22
"""A longer entry is a sentence about members, not a seat."""

_OPENS = re.compile(
    r"(?i)\b(?:core |standing |full |board |voting )?(?:members?|membership)\b(?:[^.]{0,80}\b(?:compris\w+|includ\w+"
    r"|consist\w+ of|made up of|as follows|drawn from|from)\b)?[^.]{0,30}:?$|\bmade up (?:of|from):?$"
)
_SPLIT = re.compile(r"\s+[–—-]\s+|:\s+|\t+")
_COUNT = re.compile(r"(?i)\s*[x×]\s*(?P<n>\d{1,2})\b|\b(?P<places>\d{1,2}|\w+)\s+(?:places?|seats?|representatives?)\b")
_AGENCY = re.compile(
    r"\b(?:Council|Police|NHS|CCG|ICB|Trust|Board|Service|Services|Partnership|Social Care|sector|Probation|Education"
    r"|Health|MOPAC|Healthwatch|CAFCASS|Cafcass"
    r"|Authority|Constabulary|Fire|Ambulance|Schools?|Housing|Department|Office|Association|College|community sector)\b"
)
_PERSON = re.compile(r"^[A-Z][a-z]+\s+(?:[A-Z][\w’'-]+\s*)(?:[,(–-]|$)")


def find(view: View) -> list[Candidate]:
    """The seats in the order of the text; only terms of reference, arrangements and papers that hold them are read."""
    if kind_of(view) in ("minutes", "agenda", "action_log", "annual_report", "dataset"):
        return []
    return [*(_candidate(view, passage) for passage in _seats(view)), *_in_tables(view)]


_HEADS = {
    "post": re.compile(r"(?i)(?:job )?(?:post|role|title|position|designation|seat|member(?:ship)?)s?"),
    "organisation": re.compile(r"(?i)(?:agency|agencies|organisations?|partner(?: agency)?|representing|body|service)"),
}


def _in_tables(view: View) -> Iterator[Candidate]:
    """Rows of a table with a column of posts, one of agencies and none of names."""
    for table in view.tables:
        head = [cell.text.strip(" :*") for cell in table.rows[0]]
        columns = {r: n for r, p in _HEADS.items() for n, words in enumerate(head) if p.fullmatch(words)}
        if len(columns) < len(_HEADS) or any(re.search(r"(?i)\bname|\baction|\bstatus", words) for words in head):
            continue
        for row in table.rows[1:]:
            told = {r: row[n].text or None for r, n in columns.items() if n < len(row)}
            if any(told.values()):
                fields = {"organisation": None, "post": None, **told, "places": None, "note": None}
                yield view.candidate("membership_posts", fields, (row[0].start, row[-1].end), 0.8)


def _seats(view: View) -> Iterator[Passage]:
    inside, under, numbered = bool(re.search(r"(?i)\bterms of reference\b", view.text[:3000])), False, False
    for passage in passages(view):
        title = title_of(passage)
        inside = inside or bool(re.search(r"(?i)\bterms of reference\b", title))
        paragraph = passage.number.isdigit()
        if inside and (not passage.mark or paragraph) and _OPENS.search(passage.text):
            under, numbered = True, paragraph
        elif under and not (paragraph and numbered) and _is_seat(passage, title):
            yield passage
        elif title or not passage.mark or paragraph:
            under = False


def _is_seat(passage: Passage, title: str) -> bool:
    words = passage.text.split()
    if len(words) > MOST_WORDS or not words or re.search(r"[a-z]{3}\.\s+[A-Z]", passage.text):
        return False
    if passage.mark:
        return not re.search(r"(?i)\b(?:will|shall|should|must)\b", passage.text)
    first = _SPLIT.split(passage.text)[0]
    named = _PERSON.match(passage.text) and not _AGENCY.search(first)
    return first != passage.text and bool(_AGENCY.search(passage.text)) and not named


def _candidate(view: View, passage: Passage) -> Candidate:
    text = passage.text.strip(" .;,")
    counted = _COUNT.search(text)
    bare = (text[: counted.start()] + text[counted.end() :]).strip(" –-,") if counted and counted["n"] else text
    aside = re.search(r"\((.*?)\)\s*$", bare)
    bare = bare[: aside.start()].strip() if aside else bare
    parts = [part.strip() for part in _SPLIT.split(bare) if part.strip()]
    organisation, post = _who_sits(parts, bare)
    fields = {
        "organisation": organisation,
        "post": post,
        "places": _number(counted),
        "note": aside[1].strip() if aside else None,
    }
    return view.candidate("membership_posts", fields, (passage.start, passage.end), 0.7)


def _who_sits(parts: list[str], whole: str) -> tuple[str | None, str | None]:
    """Agency and post of a seat: "Police – Superintendent", a post alone, or an agency that sends whom it likes."""
    if len(parts) > 1 and not re.fullmatch(r"(?i)(?:co-?|vice[- ]|deputy )?chairs?|leads?", parts[0]):
        organisation, post = parts[0], " – ".join(parts[1:])
        if _COUNT.fullmatch(post):
            return organisation, None
        swap = _AGENCY.search(post) and not _AGENCY.search(organisation)
        return (post, organisation) if swap else (organisation, post)
    agency = re.search(rf"(?:{_AGENCY.pattern})$", whole)
    return (whole, None) if agency and len(parts) == 1 else (None, whole)


def _number(counted: re.Match[str] | None) -> int | None:
    if counted is None:
        return None
    said = (counted["n"] or counted["places"]).lower()
    return int(said) if said.isdigit() else WORD_VALUES.get(said)
