"""Actions that serve objectives, and what shows that they were done: every grade, some run out, some with nothing to show."""

from importlib.resources import files

from sightline.foundation.accounts.models import User
from sightline.foundation.library.domain import File
from sightline.foundation.library.store import keep
from sightline.foundation.trail.commands import deed
from sightline.kernel.references import Reference
from sightline.record.actions.commands import (
    close_action,
    confirm_done,
    note_progress,
    raise_action,
    report_done,
    serve,
    withdraw,
)
from sightline.record.actions.domain import Rating, Status, Word
from sightline.record.actions.models import Action
from sightline.record.evidence.commands import add_evidence, bear_on
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.evidence.models import Evidence

from ..making import day, listed, partnership_called, table
from ..year import AUDIT, VOICE
from .telling import HOME, Tellers, objective_of, owner_called, reference_of

MEDIA_TYPES = {"csv": "text/csv", "txt": "text/plain"}
# Actions of the year's meetings serve objectives as well.
SERVED_BY_THE_YEAR = ((AUDIT, "n3"), (VOICE, "o2"))


def tell_promised(tellers: Tellers) -> None:
    if Evidence.objects.filter(partnership__slug=HOME).exists():
        return
    for keepers, rows in tellers.sharing_out(table("promised")):
        for row in rows:
            _promise(row, keepers)
    for keepers, rows in tellers.sharing_out(table("shown")):
        build_evidence(rows=rows, by=keepers.manager)
    for what, key in SERVED_BY_THE_YEAR:
        action = Action.objects.get(partnership__slug=HOME, what=what)
        serve(action=action, objective=objective_of(key), by=tellers.manager)


def _promise(row: dict[str, str], tellers: Tellers) -> None:
    partnership = partnership_called(row["partnership"])
    action = raise_action(
        partnership=partnership,
        what=row["what"],
        leads=[owner_called(partnership, row["lead"])],
        contributors=[owner_called(partnership, name) for name in listed(row["contributors"])],
        raised_on=day(row["raised_on"]),
        due_on=day(row["due_on"]),
        objectives=[objective_of(key) for key in listed(row["objectives"])],
        by=tellers.manager,
    )
    if row["outcome"] != "open":
        _go_on(action, row, tellers)


def _go_on(action: Action, row: dict[str, str], tellers: Tellers) -> None:
    """How far it went. Done is said by one person and confirmed by another, or by a board."""
    on, note, outcome = day(row["on"]), row["note"], row["outcome"]
    if outcome == "in_progress":
        rating = Rating(row["rating"]) if row["rating"] else None
        note_progress(action=action, note=note, on=on, status=Status.IN_PROGRESS, rating=rating, by=tellers.manager)
    elif outcome == "board":
        close_action(
            action=action, on=on, note=note, word=Word.BOARD, word_of=f"SLG, {on:%-d %B %Y}", by=tellers.manager
        )
    elif outcome == "withdrawn":
        withdraw(action=action, on=on, reason=note, by=tellers.manager)
    else:
        report_done(action=action, on=on, note=note, by=tellers.manager)
        if outcome == "confirmed":
            confirm_done(action=action, on=on, note="Seen and agreed.", by=tellers.chair)


@deed
def build_evidence(*, rows: list[dict[str, str]], by: User | None) -> None:
    for row in rows:
        first, *others = [reference_of(name) for name in listed(row["about"])]
        _evidence(row, first, others, by)


def _evidence(row: dict[str, str], first: Reference, others: list[Reference], by: User | None) -> None:
    evidence = add_evidence(
        partnership=partnership_called(row["partnership"]),
        subject=first,
        title=row["title"],
        kind=Kind(row["kind"]),
        grade=Grade(row["grade"]) if row["grade"] else None,
        note=row["note"],
        url=row["url"],
        file=_file(row["file"]),
        on=day(row["added_on"]),
        dated_on=day(row["dated_on"]),
        expires_on=day(row["expires_on"]),
        by=by,
    )
    for other in others:
        bear_on(evidence=evidence, subject=other, by=by)


def _file(name: str) -> File | None:
    """A file that comes with the demonstration, put into the store."""
    if not name:
        return None
    data = files(__package__).joinpath("shown", name).read_bytes()
    sha256, size = keep([data])
    return File(name, MEDIA_TYPES[name.rpartition(".")[2]], size, sha256)
