"""Terms of reference by version, and what one version says otherwise than another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from sightline.foundation.library.domain import Source
from sightline.partnership.directory.domain import SECTOR_LABELS, Sector
from sightline.partnership.directory.presenters.words import period, said
from sightline.partnership.governance.domain import CHAIRING_LABELS, TERMS_STATE_LABELS, Chairing, TermsState
from sightline.partnership.governance.models import Terms


@dataclass(frozen=True, slots=True)
class TermsShown:
    id: int
    title: str
    state: str
    colour: str
    period: str
    review: str
    is_review_past: bool
    facts: tuple[dict[str, Any], ...]
    purpose: str
    responsibilities: tuple[str, ...]
    standing_items: tuple[str, ...]
    is_draft: bool
    can_end: bool
    sources: tuple[dict[str, str], ...]


def terms_shown(terms: Terms, on: date, sources: Sequence[Source] = ()) -> TermsShown:
    is_draft = terms.state == TermsState.DRAFT
    past = terms.ended_on is not None and terms.ended_on <= on
    coming = not is_draft and terms.started_on is not None and terms.started_on > on
    state = "In force" if not (is_draft or past or coming) else TERMS_STATE_LABELS[TermsState(terms.state)]
    return TermsShown(
        terms.pk,
        f"Version {terms.version}",
        "Superseded" if past else state,
        "grey" if past else "yellow" if is_draft or coming else "green",
        "" if is_draft else period(terms.started_on, terms.ended_on),
        said(terms.review_on),
        terms.review_on is not None and terms.review_on <= on and not past,
        tuple({"term": term, "value": value} for term, value in terms_facts(terms)),
        terms.purpose,
        tuple(line.strip() for line in terms.responsibilities.splitlines() if line.strip()),
        tuple(terms.standing_items),
        is_draft,
        not (is_draft or past or coming) and terms.ended_on is None,
        tuple({"text": f"{source.title}, page {source.page}", "words": source.words} for source in sources),
    )


def terms_facts(terms: Terms) -> list[tuple[str, str]]:
    allowed = {True: "Yes", False: "No", None: ""}
    return [
        ("Meetings a year", str(terms.meetings_per_year or "")),
        ("Quorum", quorum_words(terms)),
        (
            "Chairing",
            terms.chairing_as_written or (CHAIRING_LABELS[Chairing(terms.chairing)] if terms.chairing else ""),
        ),
        ("Secretariat", terms.secretariat),
        ("Deputies allowed", allowed[terms.deputies_allowed]),
        ("Review by", said(terms.review_on)),
    ]


def quorum_words(terms: Terms) -> str:
    """As written, then what is counted: a number, and so many from each sector or body."""
    counted = [f"at least {terms.quorum_minimum} in all"] if terms.quorum_minimum else []
    for part in terms.quorum_parts.all():
        name = part.organisation.name if part.organisation else SECTOR_LABELS[Sector(part.sector)]
        counted.append(f"{part.minimum} from {name}")
    words = ", ".join(counted)
    if terms.quorum_as_written and words:
        return f"{terms.quorum_as_written.rstrip('.')}. Counted: {words}."
    return terms.quorum_as_written or words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of two versions; `pieces` are (kind, words) with kind same, gone or new."""

    term: str
    pieces: tuple[tuple[str, str], ...]
    is_same: bool


def differences(older: Terms, newer: Terms) -> tuple[Difference, ...]:
    texts = (
        ("Purpose", older.purpose, newer.purpose),
        ("Responsibilities", older.responsibilities, newer.responsibilities),
    )
    facts = ((term, a, b) for (term, a), (_, b) in zip(terms_facts(older), terms_facts(newer), strict=True))
    items = ("Standing items", "; ".join(older.standing_items), "; ".join(newer.standing_items))
    return tuple(_difference(term, a, b) for term, a, b in (*texts, *facts, items) if a or b)


def _difference(term: str, older: str, newer: str) -> Difference:
    a, b = older.split(), newer.split()
    pieces: list[tuple[str, str]] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(("same", " ".join(a[a1:a2])))
            continue
        pieces += [("gone", " ".join(a[a1:a2]))] if a1 < a2 else []
        pieces += [("new", " ".join(b[b1:b2]))] if b1 < b2 else []
    return Difference(term, tuple(pieces), a == b)
