"""Keeping recommendations in their exact words, and to whom they are made."""

from collections.abc import Iterable
from datetime import date

from django.db.models import ProtectedError

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.governance.models import Board

from ..domain import source_kind_of
from ..models import Addressee, Issued, Recommendation
from .themes import propose_themes

KIND = "recommendations.recommendation"
ISSUED = "recommendations.issued"
"""A recommendation of a region, found in the search of a partnership to which it was issued."""


@deed
def record_recommendation(
    *,
    partnership: Partnership,
    text: str,
    source_title: str,
    by: User | None,
    number: str = "",
    source_kind: str = "",
    made_on: date | None = None,
    addressee_as_written: str = "",
    urgency_as_written: str = "",
    addressed_to: Iterable[Organisation] = (),
    posts: Iterable[Post] = (),
    boards: Iterable[Board] = (),
    is_to_all: bool = False,
    respond_by: date | None = None,
) -> Recommendation:
    """Keeps a recommendation in its exact words, and proposes themes from them.

    `source_kind` is a SourceKind, words as a paper has them, or blank where it is not known. `is_to_all`: to all
    partnerships, of a region or the country.
    """
    refuse_child_details(text=text)
    recommendation = Recommendation(
        partnership=partnership,
        number=number,
        text=text,
        source_title=source_title,
        source_kind=(source_kind_of(source_kind, source_title) or source_kind) if source_kind else "",
        made_on=made_on,
        addressee_as_written=addressee_as_written,
        urgency_as_written=urgency_as_written,
        is_to_all=is_to_all,
        respond_by=respond_by,
    )
    _keep(recommendation)
    for named, ones in (("organisation", addressed_to), ("post", posts), ("board", boards)):
        for one in ones:
            address_to(recommendation=recommendation, by=by, **{named: one})
    propose_themes(recommendation=recommendation, by=by)
    return recommendation


@deed
def address_to(
    *,
    recommendation: Recommendation,
    by: User | None,
    organisation: Organisation | None = None,
    post: Post | None = None,
    board: Board | None = None,
) -> Addressee:
    """Names one addressee: a body, a post or a board. Naming the same twice leaves one."""
    named = {"organisation": organisation, "post": post, "board": board}
    given = {name: one for name, one in named.items() if one is not None}
    if len(given) != 1:
        raise Refused("Choose an organisation, a post or a board.", "addressee")
    (name, one), *_ = given.items()
    if one.partnership_id not in (None, recommendation.partnership_id):
        raise Refused(f"{one} belongs to another partnership. Choose from this directory.", name)
    known = recommendation.addressees.filter(**given).first()
    return known or kept(Addressee(recommendation=recommendation, **given))


@deed
def remove_addressee(*, addressee: Addressee, by: User | None) -> None:
    addressee.delete()


@deed
def correct_recommendation(
    *,
    recommendation: Recommendation,
    by: User | None,
    text: str | None = None,
    number: str | None = None,
    made_on: date | None = None,
    source_title: str | None = None,
    source_kind: str | None = None,
    respond_by: date | None = None,
    urgency_as_written: str | None = None,
) -> Recommendation:
    """Mends a misread recommendation so that it is as in its source; the trail keeps what stood before. None changes nothing."""
    refuse_child_details(text=text or "")
    given = {
        "text": text,
        "number": number,
        "made_on": made_on,
        "source_title": source_title,
        "source_kind": source_kind,
        "respond_by": respond_by,
        "urgency_as_written": urgency_as_written,
    }
    for name, value in given.items():
        if value is not None:
            setattr(recommendation, name, value)
    _keep(recommendation)
    return recommendation


@deed
def remove_recommendation(*, recommendation: Recommendation, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. One that was answered, issued or put in another's place stays."""
    if recommendation.responses.exists() or recommendation.answering.exists():
        raise Refused("This recommendation has an answer, so it cannot be removed. Correct its words instead.")
    if recommendation.issued.exists():
        raise Refused(
            "This recommendation was issued to partnerships, so it cannot be removed. Withdraw it from each of them instead."
        )
    unindex(kind=KIND, id=recommendation.pk)
    try:
        recommendation.delete()
    except ProtectedError as held:
        raise Refused("Something else in the record points at this recommendation. Undo that first.") from held


def _keep(recommendation: Recommendation) -> None:
    kept(recommendation)
    _index(KIND, recommendation.pk, recommendation, recommendation.partnership)
    for issued in recommendation.issued.filter(withdrawn_on__isnull=True).select_related("partnership"):
        index_issued(issued)


def index_issued(issued: Issued) -> None:
    """The partnership finds it as long as it is not withdrawn from there."""
    if issued.withdrawn_on is not None:
        unindex(kind=ISSUED, id=issued.pk)
    else:
        _index(ISSUED, issued.pk, issued.recommendation, issued.partnership)


def _index(kind: str, pk: int, recommendation: Recommendation, partnership: Partnership) -> None:
    index_entry(
        kind=kind,
        id=pk,
        partnership=partnership,
        title=f"Recommendation {recommendation.number}".strip() + f", {recommendation.source_title}",
        text=recommendation.text,
        dated_on=recommendation.made_on,
    )
