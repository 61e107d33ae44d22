"""One search over records and the text of documents, the words shown in context."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.domain import Found, Hit, Piece

KINDS = {
    "library.page": "Text of documents",
    "library.document": "Documents",
    "directory.person": "People",
    "directory.organisation": "Organisations",
    "governance.board": "Boards",
    "meetings.meeting": "Meetings",
    "meetings.decision": "Decisions",
    "meetings.minutes": "Minutes",
    "actions.action": "Actions",
    "evidence.evidence": "Evidence",
    "recommendations.recommendation": "Recommendations",
    "recommendations.issued": "Recommendations made by the region",
    "plan.priority": "Priorities",
    "plan.objective": "Objectives",
    "plan.plan": "Required plans",
    "progress.review": "Reviews of progress",
    "challenges.challenge": "Challenges",
    "meetings.referral": "Referrals",
    "reviews.review": "Reviews",
    "reviews.incident": "Serious incidents",
    "learning.briefing": "Briefings",
    "learning.track": "Learning tracker",
    "learning.practiceexample": "Practice examples",
    "learning.voiceactivity": "Voice",
    "law.instrument": "Law and guidance",
    "intake.proposal": "Confirmed statements",
}


@dataclass(frozen=True)
class Result:
    kind: str
    title: str
    href: str
    partnership: str
    dated_on: date | None
    context: tuple[Piece, ...]
    is_restricted: bool


@dataclass(frozen=True)
class Choice:
    text: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True)
class SearchPage:
    words: str
    summary: str
    results: tuple[Result, ...]
    choices: tuple[Choice, ...]
    previous_href: str
    next_href: str


def search_page(
    words: str,
    kind: str,
    start: int,
    size: int,
    found: Found,
    places: dict[int, Partnership],
    where: dict[tuple[str, int], str],
) -> SearchPage:
    everything = sum(n for _, n in found.kinds)
    choices = [Choice("Everything", _href(words, "", 0), everything, not kind)]
    choices += [Choice(KINDS.get(k, k), _href(words, k, 0), n, k == kind) for k, n in found.kinds]
    return SearchPage(
        words=words,
        summary=_summary(words, found.total, start, len(found.hits)),
        results=tuple(_result(hit, places, where) for hit in found.hits),
        choices=tuple(choices) if everything else (),
        previous_href=_href(words, kind, max(start - size, 0)) if start else "",
        next_href=_href(words, kind, start + size) if start + size < found.total else "",
    )


def _summary(words: str, total: int, start: int, shown: int) -> str:
    if not words:
        return "Type words, a name or a phrase in quotes."
    if not total:
        return f"Nothing that you may read holds “{words}”. Check the spelling, or use fewer words."
    return f"{start + 1} to {start + shown} of {total} that hold “{words}”"


def _href(words: str, kind: str, start: int) -> str:
    asked = {"q": words} | ({"kind": kind} if kind else {}) | ({"start": start} if start else {})
    return "?" + urlencode(asked)


def _result(hit: Hit, places: dict[int, Partnership], where: dict[tuple[str, int], str]) -> Result:
    place = places.get(hit.partnership_id) if hit.partnership_id else None
    return Result(
        kind=KINDS.get(hit.kind, hit.kind),
        title=hit.title,
        href=where[hit.kind, hit.id],
        partnership=place.short_name if place else "",
        dated_on=hit.dated_on,
        context=hit.context,
        is_restricted=hit.is_restricted,
    )
