"""Verbs of briefings: drafted, made from findings, approved by a second person, issued, revised, retired."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.models import Theme
from sightline.record.meetings.models import Meeting
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.models import Finding
from sightline.record.reviews.queries.practice import is_open

from ..domain.briefings import FOUND, KIND_LABELS, MOST_WORDS, PARTS, BriefingKind, missing_parts, words_in
from ..models import (
    Briefing,
    BriefingFinding,
    BriefingPart,
    BriefingRecommendation,
    BriefingSector,
    BriefingTheme,
)
from .checks import needed, not_before, same_partnership
from .issues import send_to_all

SUBJECT = "learning.briefing"


@deed
def draft_briefing(
    *,
    partnership: Partnership,
    kind: BriefingKind,
    title: str,
    on: date,
    by: User | None,
    roles: str = "",
    also_from: str = "",
    url: str = "",
    review_on: date | None = None,
    sectors: Iterable[str] = (),
    themes: Iterable[Theme] = (),
    findings: Iterable[Finding] = (),
    recommendations: Iterable[Recommendation] = (),
) -> Briefing:
    """A draft with the parts of its kind, begun with the words of the findings chosen."""
    needed(title=title)
    refuse_child_details(title=title, roles=roles, also_from=also_from)
    briefing = kept(
        Briefing(
            partnership=partnership,
            kind=kind,
            title=title.strip(),
            roles=roles.strip(),
            also_from=also_from.strip(),
            url=url,
            review_on=review_on,
            drafted_on=on,
            written_by=by,
        )
    )
    for part in PARTS[BriefingKind(kind)]:
        kept(BriefingPart(briefing=briefing, code=part.code, text=part.start))
    _say_for_whom(briefing, sectors, themes)
    for recommendation in recommendations:
        same_partnership(partnership, recommendations=recommendation)
        kept(BriefingRecommendation(briefing=briefing, recommendation=recommendation))
    make_from_findings(briefing=briefing, findings=findings, by=by)
    _index(briefing)
    return briefing


def _say_for_whom(briefing: Briefing, sectors: Iterable[str], themes: Iterable[Theme]) -> None:
    briefing.sectors.all().delete()
    briefing.themes.all().delete()
    for sector in sectors:
        kept(BriefingSector(briefing=briefing, sector=sector))
    for theme in themes:
        kept(BriefingTheme(briefing=briefing, theme=theme))


def _still_open(briefing: Briefing) -> None:
    if briefing.issued_on or briefing.retired_on:
        raise Refused("People have this briefing already. Make a new version of it instead.")


def _back_to_draft(briefing: Briefing) -> None:
    """Whatever changes after approval needs it anew."""
    if briefing.approved_on:
        briefing.approved_on = briefing.approved_by = briefing.approved_at = None
        kept(briefing)


@deed
def correct_briefing(
    *,
    briefing: Briefing,
    by: User | None,
    title: str,
    roles: str = "",
    also_from: str = "",
    url: str = "",
    review_on: date | None = None,
    sectors: Iterable[str] = (),
    themes: Iterable[Theme] = (),
) -> Briefing:
    _still_open(briefing)
    needed(title=title)
    refuse_child_details(title=title, roles=roles, also_from=also_from)
    briefing.title, briefing.roles, briefing.also_from = title.strip(), roles.strip(), also_from.strip()
    briefing.url, briefing.review_on = url, review_on
    briefing.approved_on = briefing.approved_by = briefing.approved_at = None
    kept(briefing)
    _say_for_whom(briefing, sectors, themes)
    _index(briefing)
    return briefing


@deed
def write_parts(*, briefing: Briefing, texts: dict[str, str], by: User | None) -> Briefing:
    """The words of the parts, by their codes; a part that is not named stays as it is."""
    _still_open(briefing)
    refuse_child_details(**texts)
    for part in briefing.parts.all():
        if part.code in texts:
            part.text = texts[part.code].strip()
            kept(part)
    _back_to_draft(briefing)
    _index(briefing)
    return briefing


@deed
def make_from_findings(*, briefing: Briefing, findings: Iterable[Finding], by: User | None) -> Briefing:
    """Adds findings; the words of those that are published stand in "What was found", to be made plainer.

    Words of a review that is not published are not copied: that would carry them past the check at issue.
    """
    _still_open(briefing)
    known = set(briefing.findings.values_list("finding_id", flat=True))
    added = [finding for finding in findings if finding.pk not in known]
    for finding in added:
        same_partnership(briefing.partnership, findings=finding.review)
        kept(BriefingFinding(briefing=briefing, finding=finding))
    published = [f for f in added if is_open(f.review, date.max)]
    part = briefing.parts.filter(code=FOUND.code).first()
    if part and published:
        part.text = "\n".join(filter(None, [part.text, *(finding.text for finding in published)]))
        kept(part)
    if added:
        _back_to_draft(briefing)
        _index(briefing)
    return briefing


@deed
def carry_recommendation(
    *, briefing: Briefing, recommendation: Recommendation, by: User | None
) -> BriefingRecommendation:
    """The briefing brings a recommendation to those who act on it, in its exact words."""
    _still_open(briefing)
    same_partnership(briefing.partnership, recommendation=recommendation)
    if known := briefing.recommendations.filter(recommendation=recommendation).first():
        return known
    _back_to_draft(briefing)
    return kept(BriefingRecommendation(briefing=briefing, recommendation=recommendation))


@deed
def leave_recommendation(*, link: BriefingRecommendation, by: User | None) -> None:
    _still_open(link.briefing)
    link.delete()


@deed
def drop_finding(*, link: BriefingFinding, by: User | None) -> None:
    _still_open(link.briefing)
    link.delete()


@deed
def release_finding(*, link: BriefingFinding, because: str, on: date, by: User | None) -> BriefingFinding:
    """Lets a finding of a review that is not published into a briefing. The caller has asked whether `by` may read it."""
    _still_open(link.briefing)
    if not because.strip():
        raise Refused("Say why this may be told before the review is published.", "because")
    refuse_child_details(because=because)
    link.released_because, link.released_on, link.released_by = because.strip(), on, by
    return kept(link)


@deed
def approve_briefing(*, briefing: Briefing, on: date, by: User | None, meeting: Meeting | None = None) -> Briefing:
    """By a second person, or by a board at a meeting: nobody passes their own words alone."""
    _still_open(briefing)
    not_before(on, briefing.drafted_on, "It was drafted")
    same_partnership(briefing.partnership, meeting=meeting)
    if meeting is None and by is not None and by.pk == briefing.written_by_id:
        raise Refused(
            "You wrote this briefing. Ask a colleague to approve it, or name the meeting that did.", "meeting"
        )
    _ready(briefing)
    briefing.approved_on, briefing.approved_by, briefing.approved_at = on, by, meeting
    return kept(briefing)


def _ready(briefing: Briefing) -> None:
    kind = BriefingKind(briefing.kind)
    texts = dict(briefing.parts.values_list("code", "text"))
    if missing := missing_parts(kind, texts):
        raise Refused(f"These parts have no words yet: {', '.join(missing)}. Write them first.")
    most, count = MOST_WORDS.get(kind), words_in(texts)
    if most and count > most:
        raise Refused(f"It has {count} words; a {KIND_LABELS[kind].lower()} holds {most}. Make it shorter.")
    if kind is BriefingKind.VIDEO and not briefing.url:
        raise Refused("Give the link to the video first.")


@deed
def issue_briefing(
    *,
    briefing: Briefing,
    on: date,
    by: User | None,
    agencies: Iterable[Organisation] = (),
    to_subscribers: bool = True,
    receipt_due_on: date | None = None,
    cascade_due_on: date | None = None,
) -> Briefing:
    """Sends an approved briefing to agencies and subscribers. Only findings that are published or released may go out."""
    _still_open(briefing)
    if briefing.approved_on is None:
        raise Refused("Nobody has approved this briefing yet. It is issued after that.")
    not_before(on, briefing.approved_on, "It was approved")
    if held := held_back(briefing, on):
        raise Refused(
            f"{len(held)} of its findings {'is' if len(held) == 1 else 'are'} of a review that is not published "
            f"({', '.join(sorted({link.finding.review.reference for link in held}))}). Wait for publication, "
            "release the finding with a reason, or take it out."
        )
    briefing.issued_on = on
    kept(briefing)
    if briefing.revises is not None:
        briefing.revises.revised_on = on
        kept(briefing.revises)
    send_to_all(briefing, on, agencies, to_subscribers, receipt_due_on, cascade_due_on, by)
    _index(briefing)
    return briefing


def held_back(briefing: Briefing, on: date) -> list[BriefingFinding]:
    """Findings that may not go out on a day: neither published by then (and not taken back) nor released."""
    return [
        link
        for link in briefing.findings.select_related("finding__review__publication")
        if not is_open_to_all(link, on)
    ]


def is_open_to_all(link: BriefingFinding, on: date) -> bool:
    return bool(link.released_because) or is_open(link.finding.review, on)


@deed
def revise_briefing(*, briefing: Briefing, why: str, on: date, by: User | None) -> Briefing:
    """A new version to work on, with the same words and findings; the older stays in force until the new one is issued."""
    if briefing.issued_on is None:
        raise Refused("This is a draft still. Change it as it is.")
    if Briefing.objects.filter(revises=briefing).exists():
        raise Refused("There is a newer version already. Work on that one.")
    if not why.strip():
        raise Refused("Say why there is a new version.", "why")
    refuse_child_details(why=why)
    newer = draft_briefing(
        partnership=briefing.partnership,
        kind=BriefingKind(briefing.kind),
        title=briefing.title,
        on=on,
        by=by,
        roles=briefing.roles,
        also_from=briefing.also_from,
        url=briefing.url,
        sectors=list(briefing.sectors.values_list("sector", flat=True)),
        themes=[link.theme for link in briefing.themes.select_related("theme")],
        recommendations=[link.recommendation for link in briefing.recommendations.select_related("recommendation")],
    )
    newer.version, newer.revises, newer.why_revised = briefing.version + 1, briefing, why.strip()
    kept(newer)
    for link in briefing.findings.all():
        kept(
            BriefingFinding(
                briefing=newer,
                finding=link.finding,
                released_because=link.released_because,
                released_on=link.released_on,
                released_by=link.released_by,
            )
        )
    return write_parts(briefing=newer, texts=dict(briefing.parts.values_list("code", "text")), by=by)


@deed
def retire_briefing(*, briefing: Briefing, because: str, on: date, by: User | None) -> Briefing:
    if briefing.issued_on is None:
        raise Refused("This was never issued. Remove the draft instead.")
    not_before(on, briefing.issued_on, "It was issued")
    needed(because=because)
    refuse_child_details(because=because)
    briefing.retired_on, briefing.retired_because = on, because.strip()
    return kept(briefing)


@deed
def remove_briefing(*, briefing: Briefing, by: User | None) -> None:
    """For a draft begun by mistake; the trail keeps it."""
    _still_open(briefing)
    unindex(kind=SUBJECT, id=briefing.pk)
    briefing.delete()


def _index(briefing: Briefing) -> None:
    index_entry(
        kind=SUBJECT,
        id=briefing.pk,
        partnership=briefing.partnership,
        title=f"{KIND_LABELS[BriefingKind(briefing.kind)]}: {briefing.title}",
        text="\n".join(briefing.parts.values_list("text", flat=True)),
        dated_on=briefing.issued_on or briefing.drafted_on,
        is_restricted=briefing.issued_on is None,
    )
