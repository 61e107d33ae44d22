"""Where the finds of a search can be opened: pages, decisions, minutes and law are shown within something else."""

from collections.abc import Iterable

from django.urls import reverse

from sightline.foundation.library.domain import Hit
from sightline.foundation.library.models import Page
from sightline.foundation.library.presenters import page_href
from sightline.kernel.references import Reference
from sightline.oversight.gaps.presenters.addresses import address
from sightline.oversight.intake.models import Proposal
from sightline.partnership.law.models import Instrument
from sightline.record.meetings.models import Decision, Minutes
from sightline.record.recommendations.models import Issued


def whereabouts(hits: Iterable[Hit], slugs: dict[int, str], usual: str) -> dict[tuple[str, int], str]:
    """(kind, id) to its address; `usual` is the partnership in which shared records are shown. At most six queries."""
    found: dict[tuple[str, int], str] = {}
    statements = _statements(_ids(hits, "intake.proposal"))
    inside = _inside({hit.kind: _ids(hits, hit.kind) for hit in hits})
    for hit in hits:
        slug = slugs.get(hit.partnership_id, usual) if hit.partnership_id else usual
        found[hit.kind, hit.id] = _address(hit, slug, inside.get((hit.kind, hit.id))) if slug else ""
        if hit.kind == "intake.proposal":
            found[hit.kind, hit.id] = statements.get(hit.id, "")
    return found


def _statements(ids: list[int]) -> dict[int, str]:
    """A confirmed statement is shown where it stands in its document, its words lit."""
    columns = (
        "pk",
        "paper__partnership__slug",
        "paper__version__document",
        "paper__version__number",
        "page",
        "start",
        "end",
    )
    rows = Proposal.objects.filter(pk__in=ids, paper__version__isnull=False).values_list(*columns)
    return {pk: page_href(slug, document, version, page or 1, *at) for pk, slug, document, version, page, *at in rows}


def _ids(hits: Iterable[Hit], kind: str) -> list[int]:
    return [hit.id for hit in hits if hit.kind == kind]


def _address(hit: Hit, slug: str, inside: tuple[str, tuple] | None) -> str:
    if inside is not None:
        name, parts = inside
        return reverse(name, args=[slug, *parts])
    return address(Reference(hit.kind, hit.id), slug)


def _inside(ids: dict[str, list[int]]) -> dict[tuple[str, int], tuple[str, tuple]]:
    found: dict[tuple[str, int], tuple[str, tuple]] = {}
    if "library.page" in ids:
        rows = Page.objects.filter(pk__in=ids["library.page"])
        for pk, document, version, number in rows.values_list(
            "pk", "version__document_id", "version__number", "number"
        ):
            found["library.page", pk] = ("library:page", (document, version, number))
    if "meetings.decision" in ids:
        for pk, meeting in Decision.objects.filter(pk__in=ids["meetings.decision"]).values_list("pk", "meeting_id"):
            found["meetings.decision", pk] = ("meetings:meeting", (meeting,))
    if "meetings.minutes" in ids:
        for pk, meeting in Minutes.objects.filter(pk__in=ids["meetings.minutes"]).values_list("pk", "meeting_id"):
            found["meetings.minutes", pk] = ("meetings:minutes", (meeting,))
    if "recommendations.issued" in ids:
        rows = Issued.objects.filter(pk__in=ids["recommendations.issued"])
        for pk, recommendation in rows.values_list("pk", "recommendation_id"):
            found["recommendations.issued", pk] = ("recommendations:recommendation", (recommendation,))
    if "law.instrument" in ids:
        for pk, slug in Instrument.objects.filter(pk__in=ids["law.instrument"]).values_list("pk", "slug"):
            found["law.instrument", pk] = ("law:instrument", (slug,))
    return found
