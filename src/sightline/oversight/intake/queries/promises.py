"""Questions about what a plan or a review says: whose priority and from when, which review, which is known already."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from rapidfuzz import fuzz

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.periods import financial_year, year_label
from sightline.partnership.governance.models import CoveredArea
from sightline.partnership.plan.models import Priority
from sightline.record.reviews.models import Review

from .questions import NEW, NONE, WORDS, Option, Question

if TYPE_CHECKING:
    from .resolving import Resolver

SAME_PRIORITY = 88
OURS = "ours"
UNDATED = "undated"
REVIEW_PAPERS = frozenset({"review"})
"""Kinds of paper that are themselves a review, so that what they recommend is that review's."""


def of_priority(resolver: "Resolver", fields: dict[str, Any]) -> list[Question]:
    """Whose it is, from when it holds, and whether the record has it; nothing is asked that another borough set itself."""
    scope = str(fields.get("scope") or "")
    asked = [_whose(resolver.partnership, scope)] if scope else []
    if asked and asked[0].chosen == WORDS:
        return asked
    same = _same_priorities(resolver.partnership, str(fields.get("title") or ""))
    if same:
        options = (*same, Option(NEW, "A new priority"))
        asked.append(Question("priority", "Is this a priority that is in the record?", "", options, same[0].value))
    return [*asked, _period(resolver)]


def _whose(partnership: Partnership, scope: str) -> Question:
    areas = CoveredArea.objects.filter(partnership=partnership).values_list("area__name", flat=True)
    names = [partnership.short_name, partnership.name, *areas]
    is_ours = any(name and name.casefold() in scope.casefold() for name in names)
    options = (
        Option(OURS, f"{partnership.short_name}’s"),
        Option(WORDS, "Another partnership’s: keep it as a statement of this paper"),
    )
    return Question(
        "whose", f"Whose priority is it? The paper says “{scope}”", scope, options, OURS if is_ours else WORDS
    )


def _same_priorities(partnership: Partnership, title: str) -> list[Option]:
    rows = Priority.objects.filter(partnership=partnership).values_list("pk", "title", "started_on")
    near = [(fuzz.token_set_ratio(title, other), pk, other, since) for pk, other, since in rows]
    near = sorted((one for one in near if one[0] >= SAME_PRIORITY), key=lambda one: (-one[0], -one[1]))
    return [
        Option(f"priority:{pk}", f"{other[:90]}{f' (from {since:%Y})' if since else ''}", "nearly the same words")
        for _, pk, other, since in near[:2]
    ]


def _period(resolver: "Resolver") -> Question:
    """A plan rarely says its first day. The year of the paper is offered first; a person who knows better chooses."""
    year = financial_year(resolver.on)
    years = [financial_year(date(year.start.year + step, 6, 1)) for step in (0, 1, -1)]
    options = tuple(
        Option(f"{one.start.isoformat()}/{one.end.isoformat()}", f"April to March, {year_label(one)}") for one in years
    )
    further = (
        Option(f"{year.start.isoformat()}/", f"From April {year.start.year}, with no end yet"),
        Option(UNDATED, "Not known"),
    )
    return Question("period", "For which period?", "", (*options, *further), options[0].value)


def of_review(resolver: "Resolver", fields: dict[str, Any]) -> list[Question]:
    name = str(fields.get("name") or "")
    known = _reviews_named(resolver.partnership, name)
    if not known:
        return []
    options = (*known, Option(NEW, f"A new review: {name}"))
    return [Question("review", "Is this a review that is in the record?", name, options, known[0].value)]


def reviews_that_could_be(resolver: "Resolver", fields: dict[str, Any]) -> list[Option]:
    """The review that a find names, and those that other finds of the paper belong to."""
    named = str(fields.get("case") or "")
    known = _reviews_named(resolver.partnership, named) if named else []
    return known + [one for one in _said_of_paper(resolver) if one.value not in {other.value for other in known}]


def of_finding(resolver: "Resolver", fields: dict[str, Any]) -> list[Question]:
    """The review that found it: the one it names, one taken from this paper before, or a new one named like the paper."""
    named = str(fields.get("case") or "")
    known = reviews_that_could_be(resolver, fields)
    title = named or str(resolver.paper.version.document.title if resolver.paper.version else resolver.paper.file_name)
    last = [Option(NEW, f"A new review: {title[:60]}"), Option(WORDS, "Keep it as a statement of this paper")]
    chosen = known[0].value if known else NEW if resolver.paper.kind in REVIEW_PAPERS or named else WORDS
    label = "Which review found it?"
    return [Question("review", label, named, (*known, *last), chosen, is_sure=bool(known) or chosen != WORDS)]


def of_recommendation(resolver: "Resolver", fields: dict[str, Any]) -> list[Question]:
    """Asked only where the paper is a review, or findings of one were taken from it."""
    said = _said_of_paper(resolver)
    if not said and resolver.paper.kind not in REVIEW_PAPERS:
        return []
    options = (*said, Option(NONE, "No review in the record: the paper itself"))
    return [Question("review", "Which review recommends it?", "", options, options[0].value)]


def _reviews_named(partnership: Partnership, name: str) -> list[Option]:
    wanted = " ".join(name.split())
    if not wanted:
        return []
    rows = Review.objects.filter(Q(reference__iexact=wanted) | Q(title__iexact=wanted), partnership=partnership)
    return [Option(f"review:{one.pk}", str(one), "the same name") for one in rows[:3]]


def _said_of_paper(resolver: "Resolver") -> list[Option]:
    """Reviews that this paper's accepted proposals belong to, the newest word first."""
    rows = Review.objects.filter(pk__in=resolver.reviews_said)
    return [Option(f"review:{one.pk}", str(one), "said of this paper") for one in rows]
