"""Verbs of the learning tracker."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.plan.models import Theme
from sightline.record.reviews.models import Finding

from ..domain.tracks import StepKind
from ..models import Track, TrackStep
from .checks import needed, not_before, same_partnership

STEP_PARTS = ("kind", "what", "planned_on", "done_on", "found", "briefing", "review", "meeting", "document")


@deed
def start_track(
    *,
    partnership: Partnership,
    title: str,
    on: date,
    by: User | None,
    theme: Theme | None = None,
    finding: Finding | None = None,
    lead: Organisation | None = None,
    lead_post: Post | None = None,
) -> Track:
    needed(title=title)
    refuse_child_details(title=title)
    same_partnership(partnership, lead=lead, lead_post=lead_post, finding=finding.review if finding else None)
    if theme is None and finding is None:
        raise Refused("Choose the theme or the finding that this follows.", "theme")
    track = Track(
        partnership=partnership,
        title=title.strip(),
        theme=theme,
        finding=finding,
        lead=lead,
        lead_post=lead_post,
        started_on=on,
    )
    return _keep(track)


@deed
def correct_track(*, track: Track, by: User | None, **changes: Any) -> Track:
    """Title, theme, finding, lead and lead post."""
    refuse_child_details(title=changes.get("title", ""))
    for name in ("title", "theme", "finding", "lead", "lead_post"):
        if name in changes:
            setattr(track, name, changes[name])
    same_partnership(
        track.partnership,
        lead=track.lead,
        lead_post=track.lead_post,
        finding=track.finding.review if track.finding else None,
    )
    return _keep(track)


def _keep(track: Track) -> Track:
    kept(track)
    index_entry(
        kind="learning.track",
        id=track.pk,
        partnership=track.partnership,
        title=f"Learning tracker: {track.title}",
        text=str(track.theme or ""),
        dated_on=track.started_on,
    )
    return track


@deed
def close_track(*, track: Track, on: date, note: str, by: User | None) -> Track:
    """Closed with what came of it: practice changed, or it did not and why nobody looks further."""
    not_before(on, track.started_on, "It was started")
    needed(note=note)
    refuse_child_details(note=note)
    track.ended_on, track.ending_note = on, note.strip()
    return kept(track)


@deed
def add_step(*, track: Track, kind: StepKind, by: User | None, **parts: Any) -> TrackStep:
    """`what`, `planned_on`, `done_on`, `found`, and what shows it: `briefing`, `review`, `meeting`, `document`."""
    return _step(TrackStep(track=track), {"kind": kind} | parts)


@deed
def correct_step(*, step: TrackStep, by: User | None, **parts: Any) -> TrackStep:
    return _step(step, parts)


def _step(step: TrackStep, parts: dict[str, Any]) -> TrackStep:
    refuse_child_details(what=parts.get("what", ""), found=parts.get("found", ""))
    for name, value in parts.items():
        if name not in STEP_PARTS:
            raise Refused(f"{name} cannot be set.", name)
        setattr(step, name, value)
    links = {name: getattr(step, name) for name in ("briefing", "review", "meeting", "document")}
    same_partnership(step.track.partnership, **links)
    if step.planned_on is None and step.done_on is None:
        raise Refused("Enter the day it is planned for, or the day it was done.", "planned_on")
    if step.done_on and not (step.what.strip() or step.found.strip() or any(links.values())):
        raise Refused("Say what was done, or link the briefing, review, meeting or paper that shows it.", "what")
    return kept(step)


@deed
def remove_step(*, step: TrackStep, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it."""
    step.delete()
