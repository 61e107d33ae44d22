"""What a paper lacks: words on its pages, a date, roles, owners, addressees."""

import re
from collections.abc import Iterator
from typing import Any

from sightline_reader.checks.places import at
from sightline_reader.layout import View
from sightline_reader.model import Candidate, Fault
from sightline_reader.words import BODY_WORD, days_in

ATTENDED = frozenset(("present", "apologies", "absent", "deputy"))
LEAST_PEOPLE = 3
"""Fewer names do not make an attendance list."""

LEAST_SHARE = 0.25
"""So many of the people listed must lack both role and organisation before it is a fault of the paper."""

NEED_NO_DATE = frozenset(("dataset", "attendance_grid", "membership_list", "recommendations", "area_profile"))
DATED_BY = frozenset(("meeting", "document_date", "policy_dates"))
TITLE = 900
"""A year among so many first characters dates a yearly paper."""

_SOMEBODY_TO = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:For\s+)?(?:[Tt]he\s+)?(?:[A-Z][\w’'&/-]*|[Pp]artners|[Aa]gencies|[Aa]ll)(?:\s+[\w’'&/-]+){0,6}?\s+to\s+[a-z]+"
)
_OWNER_COLUMN = re.compile(r"(?im)^[^\w\n]*(?:leads?|owners?|responsib\w+|by whom|who)[^\w\n]*$")
_DATE_COLUMN = re.compile(r"(?im)^[^\w\n]*(?:timescales?/?|deadlines?|by when|due(?: date)?|target(?: date)?)[^\w\n]*$")
"""Heads of columns whose cells came apart: the paper names owners or dates, though not beside their actions."""


def unreadable_pages(view: View) -> Iterator[Fault]:
    blank = [page for page in view.document.pages if not page.has_text]
    if blank:
        numbers = ", ".join(str(page.number) for page in blank[:12]) + (" and more" if len(blank) > 12 else "")
        pages = f"Page {numbers} has" if len(blank) == 1 else f"Pages {numbers} have"
        yield Fault(
            "no_text", f"{pages} no words that can be read: scanned pictures, perhaps.", None, None, blank[0].number
        )


def undated(view: View, kind: str, by_kind: dict[str, list[Candidate]]) -> Iterator[Fault]:
    if (
        kind in NEED_NO_DATE
        or any(by_kind[dated] for dated in DATED_BY)
        or re.search(r"\b(?:19|20)\d\d\b", view.text[:TITLE])
    ):
        return
    if any(day.year for day in days_in(view.text[-TITLE:])):
        return
    yield Fault(
        "undated", "The paper bears no date: nobody can tell what it was true of.", 0, min(len(view.text), 80), 1
    )


def nameless_roles(people: list[Candidate]) -> Iterator[Fault]:
    listed = [c for c in people if c.fields.get("status") in ATTENDED]
    bare = [c for c in listed if not c.fields.get("post") and not c.fields.get("organisation")]
    if len(listed) >= LEAST_PEOPLE and len(bare) >= max(2, LEAST_SHARE * len(listed)):
        message = f"{len(bare)} of the {len(listed)} people listed have neither a role nor an organisation."
        yield at("attendees_without_role", message, bare[0], bare[0].page)


def without_owner_or_date(view: View, by_kind: dict[str, list[Candidate]]) -> Iterator[Fault]:
    actions, advice = by_kind["actions"], by_kind["recommendations"]
    ownerless = [
        c for c in actions if not c.fields.get("who") and not _SOMEBODY_TO.match(str(c.fields.get("what") or ""))
    ]
    if not (len(ownerless) == len(actions) and _OWNER_COLUMN.search(view.text)):
        yield from _some("actions_without_owner", actions, ownerless, "action", "name nobody to do it")
    undated = [c for c in actions if not c.fields.get("by_when") and not _says_when(str(c.fields.get("what") or ""))]
    if not (len(undated) == len(actions) and _DATE_COLUMN.search(view.text)):
        yield from _some("actions_without_date", actions, undated, "action", "say not by when")
    nobody = [c for c in advice if not _addressed(c.fields)]
    yield from _some("recommendations_without_addressee", advice, nobody, "recommendation", "name nobody to act on it")
    timeless = [c for c in advice if not c.fields.get("urgency") and not _says_when(str(c.fields.get("text") or ""))]
    yield from _some("recommendations_without_date", advice, timeless, "recommendation", "say not by when")


def _some(code: str, all_of: list[Candidate], lacking: list[Candidate], noun: str, lack: str) -> Iterator[Fault]:
    if not lacking:
        return
    many = f"{len(lacking)} of the {len(all_of)} {noun}s" if len(all_of) > 1 else f"The one {noun}"
    verb = lack if len(lacking) > 1 else re.sub(r"^(name|say)", r"\1s", lack)
    yield at(code, f"{many} {verb}.", lacking[0], lacking[0].page)


def _says_when(words: str) -> bool:
    when = (
        r"(?i)\b(?:within|by the end|(?:each|every) (?:\w+ )?(?:day|week|month|quarter|term|year|meeting)|annual\w*"
        r"|bi-?\s?annual|monthly|quarterly|ongoing|immediate\w*|next meeting"
        r"|(?:six|three|twelve) months?)\b"
    )
    return bool(days_in(words)) or bool(re.search(when, words))


def _addressed(fields: dict[str, Any]) -> bool:
    """Whether somebody is named to act, at least among the first words."""
    opening = " ".join(str(fields.get("text") or "").split()[:16])
    somebody = (
        r"\b[A-Z]{2,7}\b|(?i:\b(?:partners?|agencies|leads?|commissioners?|chairs?|managers?|schools?|services?|police"
        r"|practices|health)\b)"
    )
    return bool(fields.get("addressee") or re.search(BODY_WORD, opening, re.IGNORECASE) or re.search(somebody, opening))
