"""A paper's way in: received, read, or refused with a reason."""

from datetime import datetime

from django.db import transaction
from django.db.models.functions import Mod

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import move_version
from sightline.foundation.library.models import Version
from sightline.foundation.library.store import discard
from sightline.foundation.trail.commands import deed
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain import MAY_COME_BACK, MOVING, PaperState
from sightline.oversight.intake.models import Paper

ATTEMPTS = 3
"""Readings in a row that may die before a paper is given up; a person may then ask for as many more."""
DEADLY = (
    "Reading this file stopped the reader each time it was tried. The file is kept. Save it anew where it came from and drop "
    "that in, or ask for it to be read again."
)


@deed
def receive_paper(
    *,
    partnership: Partnership,
    file_name: str,
    sha256: str,
    size: int,
    by: User | None,
    at: datetime,
    is_restricted: bool = False,
) -> Paper:
    """The store keeps the bytes already. The same bytes again become a note that says so, and nothing is read twice."""
    first = Paper.objects.filter(partnership=partnership, sha256=sha256, same_as__isnull=True).first()
    if first is not None and PaperState(first.state) in MAY_COME_BACK:
        first.is_restricted = is_restricted
        return _bring_back(first, file_name, by, at)
    paper = Paper(
        partnership=partnership,
        file_name=file_name[:255],
        sha256=sha256,
        size=size,
        is_restricted=is_restricted,
        brought_at=at,
        brought_by=by,
        same_as=first,
        state=PaperState.SAME if first else PaperState.WAITING,
    )
    paper.full_clean()
    paper.save()
    return paper


def _bring_back(paper: Paper, file_name: str, by: User | None, at: datetime) -> Paper:
    paper.file_name, paper.brought_by, paper.brought_at = file_name[:255], by, at
    return _wait(paper)


def _wait(paper: Paper) -> Paper:
    paper.state, paper.message = PaperState.WAITING, ""
    paper.pages_read, paper.pages_total, paper.beat_at, paper.finished_at = 0, None, None, None
    paper.save()
    return paper


@deed
def begin_reading(*, paper_id: int, at: datetime, by: User | None = None) -> Paper | None:
    """Takes a waiting paper. Nothing when it is being read, is read, or is gone: a task that runs twice does it once."""
    paper = Paper.objects.select_for_update().filter(pk=paper_id, state=PaperState.WAITING).first()
    if paper is None:
        return None
    paper.state, paper.attempt = PaperState.READING, paper.attempt + 1
    paper.started_at = paper.beat_at = at
    paper.save()
    return paper


@deed
def note_progress(*, paper: Paper, read: int, total: int | None, at: datetime, by: User | None = None) -> bool:
    """False when another worker has taken the paper since: then this reading no longer counts."""
    mine = Paper.objects.filter(pk=paper.pk, attempt=paper.attempt, state=PaperState.READING)
    return mine.update(pages_read=read, pages_total=total, beat_at=at) == 1


def still_mine(paper: Paper) -> Paper | None:
    """The row, locked, if this attempt still owns the reading of it."""
    rows = Paper.objects.select_for_update().filter(pk=paper.pk, attempt=paper.attempt, state=PaperState.READING)
    return rows.first()


@deed
def refuse_paper(*, paper: Paper, message: str, at: datetime, by: User | None = None) -> Paper | None:
    """The file cannot be read: `message` says why and what to do. What an earlier reading gave stays."""
    mine = still_mine(paper)
    if mine is None:
        return None
    mine.state = PaperState.UNREADABLE
    return _finished(mine, message, at)


@deed
def hold_back(*, paper: Paper, message: str, at: datetime, by: User | None = None) -> Paper | None:
    """The file names a child or their data: nothing of it is kept but its name and digest. The bytes go on commit."""
    mine = still_mine(paper)
    if mine is None:
        return None
    if mine.version_id is not None:
        message += " What was taken from an earlier reading of this file is still in the library: retire that document."
    mine.state = PaperState.HELD_BACK
    if mine.version_id is None:
        transaction.on_commit(lambda: discard_held_back(sha256=mine.sha256))
    return _finished(mine, message, at)


def discard_held_back(*, sha256: str) -> None:
    """Removes the bytes of a held-back file, unless a document has them or another paper still waits with the same ones."""
    others = Paper.objects.filter(sha256=sha256, same_as__isnull=True).exclude(state=PaperState.HELD_BACK)
    if not others.exists() and not Version.objects.filter(sha256=sha256).exists():
        discard(sha256)


def _finished(paper: Paper, message: str, at: datetime) -> Paper:
    paper.message, paper.finished_at = message, at
    paper.save()
    return paper


@deed
def read_again(*, paper: Paper, by: User | None) -> Paper:
    """Asks for another reading, for instance by a newer reader. What a person has decided stays."""
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    if PaperState(paper.state) in MOVING:
        raise Refused("This paper is being read already. Wait until it is done.")
    if paper.state in (PaperState.SAME, PaperState.HELD_BACK):
        raise Refused("This paper has no text here to read again. Drop the file in again.")
    return _wait(paper)


@deed
def free_stuck(*, paper_ids: list[int], by: User | None = None) -> int:
    """Gives papers back whose worker died. One that has taken its worker with it time and again is given up."""
    stuck = Paper.objects.filter(pk__in=paper_ids, state=PaperState.READING)
    deadly = stuck.annotate(round=Mod("attempt", ATTEMPTS)).filter(round=0)
    given_up = deadly.update(state=PaperState.UNREADABLE, message=DEADLY)
    return given_up + stuck.update(state=PaperState.WAITING)


@deed
def set_aside(*, paper: Paper, reason: str, by: User | None) -> Paper:
    """Out of the tray, undecided proposals and all. Dropping the file in again brings it back."""
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    if PaperState(paper.state) in MOVING:
        raise Refused("This paper is being read. Set it aside when it is done.")
    refuse_child_details(reason=reason)
    paper.state, paper.message = PaperState.SET_ASIDE, reason.strip()
    paper.full_clean()
    paper.save()
    return paper


@deed
def join_versions(*, paper: Paper, by: User | None) -> Paper:
    """A paper that is nearly the same as a document becomes that document's newest version."""
    paper = (
        Paper.objects.select_for_update(of=("self",))
        .select_related("version__document", "near_to__document")
        .get(pk=paper.pk)
    )
    if paper.version is None or paper.near_to is None:
        raise Refused("This paper is not nearly the same as another document.")
    move_version(version=paper.version, document=paper.near_to.document, by=by)
    paper.near_to, paper.likeness = None, None
    paper.save()
    return paper
