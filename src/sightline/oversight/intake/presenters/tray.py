"""The tray: a pile of papers, each a line that comes alive."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse

from sightline.foundation.library.domain import kind_label as document_kind
from sightline.oversight.intake.domain import MOVING, PaperState, kind_counted
from sightline.oversight.intake.models import Paper
from sightline.oversight.intake.queries import Standing

SHOWN = 100
NEEDS_YOU, MOVES, NOT_READ, DONE = "needs", "moving", "not-read", "done"
SHOWS = (
    ("", "All"),
    (NEEDS_YOU, "To decide"),
    (NOT_READ, "Could not be read"),
    (MOVES, "Being read"),
    (DONE, "Done"),
)
_ORDER = {NOT_READ: 0, NEEDS_YOU: 1, MOVES: 2, DONE: 3}


@dataclass(frozen=True, slots=True)
class TrayLine:
    id: int
    name: str
    href: str
    group: str
    state: str
    colour: str
    what: str
    found: str
    needs: str
    notes: tuple[str, ...]
    near: tuple[str, str] | None
    join_href: str
    message: str
    progress: tuple[int, int] | None
    brought_at: datetime
    brought_by: str
    read_again_href: str
    set_aside_href: str


@dataclass(frozen=True, slots=True)
class Tab:
    text: str
    href: str
    count: int
    is_current: bool


@dataclass(frozen=True)
class TrayPage:
    lines: tuple[TrayLine, ...]
    tabs: tuple[Tab, ...]
    said: str
    is_moving: bool
    is_empty: bool
    lines_href: str
    more_href: str
    hidden: int


def tray_page(slug: str, papers: Iterable[Paper], standings: Mapping[int, Standing], query: QueryDict) -> TrayPage:
    lines = [_line(slug, paper, standings.get(paper.pk, Standing())) for paper in papers]
    show = query.get("show", "")
    counts = Counter(line.group for line in lines)
    chosen = [line for line in lines if not show or line.group == show]
    chosen.sort(key=lambda line: _ORDER[line.group])
    shown = chosen if query.get("page") == "all" else chosen[:SHOWN]
    address = reverse("intake:tray", args=[slug])
    asked = f"?show={show}" if show else ""
    return TrayPage(
        lines=tuple(shown),
        tabs=tuple(
            Tab(text, f"{address}?show={key}" if key else address, counts[key] if key else len(lines), key == show)
            for key, text in SHOWS
        ),
        said=_said(lines, counts),
        is_moving=counts[MOVES] > 0,
        is_empty=not lines,
        lines_href=reverse("intake:lines", args=[slug]) + asked,
        more_href=f"{address}?page=all" + (f"&show={show}" if show else ""),
        hidden=len(chosen) - len(shown),
    )


def _said(lines: list[TrayLine], counts: Counter[str]) -> str:
    if not lines:
        return ""
    if counts[MOVES]:
        return f"{len(lines) - counts[MOVES]} of {len(lines)} papers read."
    parts = [f"{counts[NEEDS_YOU]} to decide"] if counts[NEEDS_YOU] else []
    parts += [f"{counts[NOT_READ]} could not be read"] if counts[NOT_READ] else []
    said = ", ".join(parts) or "nothing needs you"
    return f"All {len(lines)} papers read: {said}." if len(lines) > 1 else f"The paper is read: {said}."


def _line(slug: str, paper: Paper, standing: Standing) -> TrayLine:
    state = PaperState(paper.state)
    group, said, colour = _state(state, paper, standing)
    return TrayLine(
        id=paper.pk,
        name=paper.file_name,
        href=_href("review", slug, paper) if state is PaperState.READ else "",
        group=group,
        state=said,
        colour=colour,
        what=document_kind(paper.kind) if paper.kind else "",
        found=", ".join(kind_counted(kind, number) for kind, number in standing.kinds[:6]),
        needs=f"{standing.pending} to decide" if standing.pending else "",
        notes=_notes(paper, state, standing),
        near=_near(slug, paper),
        join_href=_href("join_versions", slug, paper) if paper.near_to_id and state is PaperState.READ else "",
        message=paper.message,
        progress=_progress(paper) if state is PaperState.READING else None,
        brought_at=paper.brought_at,
        brought_by=str(paper.brought_by or "Sightline"),
        read_again_href=_href("read_again", slug, paper) if state in (PaperState.READ, PaperState.UNREADABLE) else "",
        set_aside_href=_href("set_aside", slug, paper) if state not in MOVING else "",
    )


def _href(page: str, slug: str, paper: Paper) -> str:
    return reverse(f"intake:{page}", args=[slug, paper.pk])


def _state(state: PaperState, paper: Paper, standing: Standing) -> tuple[str, str, str]:
    """The group it is sorted in, what it is called, and the colour of its tag."""
    if state is PaperState.READ:
        return (NEEDS_YOU, "To decide", "blue") if standing.pending else (DONE, "Done", "green")
    if state is PaperState.READING:
        return MOVES, "Reading", "turquoise"
    if state is PaperState.HELD_BACK:
        return NOT_READ, "Held back", "red"
    if state is PaperState.UNREADABLE:
        return NOT_READ, "Cannot be read", "orange"
    return (MOVES, "Waiting", "grey") if state is PaperState.WAITING else (DONE, "Same file", "grey")


def _progress(paper: Paper) -> tuple[int, int] | None:
    return (paper.pages_read, paper.pages_total) if paper.pages_total else None


def _notes(paper: Paper, state: PaperState, standing: Standing) -> tuple[str, ...]:
    if state is PaperState.SAME and paper.same_as is not None:
        return (f"The same file as {paper.same_as.file_name}, dropped in before. Nothing was read twice.",)
    if state is not PaperState.READ:
        return ()
    faults = len(paper.faults)
    notes = [f"{faults} thing{'s' if faults != 1 else ''} wrong or missing in the paper"] if faults else []
    notes += [] if standing.total else ["Nothing was found that the record could hold. The text can be searched."]
    return tuple(notes)


def _near(slug: str, paper: Paper) -> tuple[str, str] | None:
    """What it is nearly the same as, and where that is."""
    if paper.near_to is None or paper.likeness is None:
        return None
    other = paper.near_to.document
    # Never 100: that is a word for the same file, which is said otherwise.
    percent = min(int(paper.likeness * 100), 99)
    return f"Nearly the same as {other.title}, {percent} %", reverse("library:document", args=[slug, other.pk])
