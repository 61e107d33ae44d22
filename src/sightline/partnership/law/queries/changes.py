"""What a change of law or guidance touches, and who has taken it in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from sightline.foundation.accounts.domain import Deed, Topic, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_overseen_by
from sightline.foundation.library.models import Citation, Document
from sightline.foundation.library.queries import documents_visible_to
from sightline.kernel.due import Due, Weight
from sightline.kernel.references import Reference

from ..domain import NOT_LAW, State
from ..domain.changes import Compared, DutyWords, Held, Hold, changed_on, compare, due_on, holds, is_asked_for
from ..models import Acknowledgement, Duty, Edition, Reliance
from . import DutyRow, duty_rows, edition_state

KIND = "law.edition"
LONG_WAITING = timedelta(days=183)
"""A change whose word is later than this is told in one line with the others: Sightline's own measure."""


@dataclass(frozen=True, slots=True)
class Change:
    """An edition as a change: since when, by when Sightline asks for a word, whether it still asks."""

    edition: Edition
    kind: str
    state: State
    changed_on: date
    due_on: date
    is_asked: bool


@dataclass(frozen=True, slots=True)
class ChangeTaken:
    """One change for one partnership; `taken` is its own word, `agencies` those of agencies."""

    change: Change
    taken: Acknowledgement | None
    agencies: tuple[Acknowledgement, ...]

    def is_late(self, on: date) -> bool:
        return self.taken is None and self.change.is_asked and self.change.due_on < on


def changes_on(day: date) -> list[Change]:
    """Editions of law and guidance that had come by a day, the newest first; one query. Reports and notices are none."""
    rows = Edition.objects.select_related("instrument", "superseded_by").exclude(instrument__kind__in=NOT_LAW)
    found = [change for edition in rows if (change := _change(edition, day)) is not None]
    return sorted(found, key=lambda change: change.changed_on, reverse=True)


def _change(edition: Edition, day: date) -> Change | None:
    since, state = changed_on(edition.made_on, edition.in_force_on), edition_state(edition, day)
    if since is None or since > day or state is None:
        return None
    asked = is_asked_for(since, day) and state is not State.SUPERSEDED
    return Change(edition, edition.instrument.kind, state, since, due_on(since), asked)


def acknowledgements_of(partnerships: Iterable[int], on: date) -> QuerySet[Acknowledgement]:
    return Acknowledgement.objects.filter(partnership__in=list(partnerships), on__lte=on).select_related("by")


def changes_of(partnership: Partnership, on: date) -> list[ChangeTaken]:
    """Every change with this partnership's word on it; two queries."""
    own: dict[int, Acknowledgement] = {}
    agencies: dict[int, list[Acknowledgement]] = defaultdict(list)
    for one in acknowledgements_of([partnership.pk], on):
        if one.agency:
            agencies[one.edition_id].append(one)
        else:
            own[one.edition_id] = one
    return [
        ChangeTaken(change, own.get(change.edition.pk), tuple(agencies[change.edition.pk])) for change in changes_on(on)
    ]


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """What rules ask: one change that one partnership is asked to take in."""

    reference: Reference
    label: str
    changed_on: date
    due_on: date
    taken_on: date | None


def change_facts(partnership: Partnership, on: date) -> list[ChangeFacts]:
    return [
        ChangeFacts(
            Reference(KIND, row.change.edition.pk),
            row.change.edition.label,
            row.change.changed_on,
            row.change.due_on,
            row.taken.on if row.taken else None,
        )
        for row in changes_of(partnership, on)
        if row.change.is_asked
    ]


def due_things(partnership_ids: Iterable[int], on: date) -> list[Due]:
    """Changes that partnerships have not said they took in; two queries. Whoever acknowledges law there is asked."""
    wanted = list(partnership_ids)
    taken = set(acknowledgements_of(wanted, on).filter(agency="").values_list("partnership_id", "edition_id"))
    asked = [change for change in changes_on(on) if change.is_asked]
    return [
        due
        for partnership in wanted
        for due in _waiting_in(partnership, [one for one in asked if (partnership, one.edition.pk) not in taken], on)
    ]


def _waiting_in(partnership: int, waiting: Sequence[Change], on: date) -> Iterator[Due]:
    """Each change by itself while it is new; what has waited long is one thing, told by the newest of them."""
    old = sorted((one for one in waiting if one.due_on < on - LONG_WAITING), key=lambda one: one.due_on)
    for change in waiting:
        if change not in old or len(old) == 1:
            yield _due(partnership, change, change.edition.label)
    if len(old) > 1:
        label = f"{len(old)} changes of law or guidance that came long ago, the newest {old[-1].edition.label}"
        yield _due(partnership, old[-1], label)


def _due(partnership: int, change: Change, label: str) -> Due:
    asks = "Say that this was taken in, and what was done."
    return Due(Reference(KIND, change.edition.pk), partnership, label, asks, change.due_on, weight=Weight.STANDING)


def edition_known_on(pk: int, day: date) -> Edition | None:
    found = Edition.objects.select_related("instrument", "superseded_by").filter(pk=pk).first()
    return found if found is not None and edition_state(found, day) is not None else None


def older_of(edition: Edition) -> list[Edition]:
    """The editions that this one superseded."""
    return list(edition.supersedes.select_related("instrument").order_by("-in_force_on"))


@dataclass(frozen=True, slots=True)
class Citing:
    document: Document
    edition: str
    is_older: bool


def documents_citing(
    viewer: Viewer, partnership: Partnership, edition: Edition, older: Iterable[Edition]
) -> list[Citing]:
    """This partnership's documents, as far as the viewer may see them, that cite the edition or one before it; two queries."""
    labels = {edition.pk: edition.label} | {one.pk: one.label for one in older}
    documents = documents_visible_to(viewer, partnership).filter(retired_on__isnull=True).in_bulk()
    cited = Citation.objects.filter(subject_kind=KIND, subject_id__in=labels)
    pairs = set(cited.values_list("passage__version__document_id", "subject_id"))
    found = [Citing(documents[d], labels[e], e != edition.pk) for d, e in pairs if d in documents]
    return sorted(found, key=lambda one: (not one.is_older, one.document.title))


def relying_on(partnership: Partnership, editions: Iterable[Edition]) -> list[Reliance]:
    """Templates and formats of this partnership, its region's and shared ones, that rest on these editions or on any
    that these took the place of, however long ago; two queries."""
    rows = Reliance.objects.filter(edition__in=_with_earlier(edition.pk for edition in editions))
    own = (None, partnership.pk, partnership.overseen_by_id)
    return [row for row in rows.select_related("edition") if row.partnership_id in own]


def _with_earlier(editions: Iterable[int]) -> set[int]:
    before = defaultdict(list)
    for newer, older in Edition.objects.filter(superseded_by__isnull=False).values_list("superseded_by_id", "pk"):
        before[newer].append(older)
    found, ahead = set(), list(editions)
    while ahead:
        if (edition := ahead.pop()) not in found:
            found.add(edition)
            ahead += before[edition]
    return found


def compared_with(edition: Edition, older: Iterable[Edition]) -> list[Compared]:
    """Its duties against those of the editions it superseded; two queries."""
    return compare(_words(older), _words([edition]))


def _words(editions: Iterable[Edition]) -> list[DutyWords]:
    rows = Duty.objects.filter(provision__edition__in=list(editions)).select_related("provision").order_by("pk")
    return [DutyWords(d.provision.number, d.owed_by, d.what, d.when, d.pk) for d in rows]


def duties_held(day: date) -> list[tuple[DutyRow, Hold]]:
    """Every duty that could be known of on a day, with how far it holds then; two queries."""
    rows = duty_rows(day)
    running = {
        e.instrument_id for e in Edition.objects.filter(in_force_on__lte=day) if edition_state(e, day) is State.IN_FORCE
    }
    held = holds(_held(row, running) for row in rows)
    return [(row, held[row.duty.pk]) for row in rows]


def _held(row: DutyRow, running: set[int]) -> Held:
    edition = row.duty.provision.edition
    return Held(
        row.duty.pk,
        edition.instrument_id,
        row.number,
        edition.in_force_on,
        row.state,
        edition.instrument_id in running,
    )


def shared_changes(viewer: Viewer, on: date) -> tuple[list[Partnership], list[Change], dict[tuple[int, int], date]]:
    """For the region: the partnerships that share this topic, the changes asked for, and when each took each in."""
    shared = viewer.shares(Topic.LAW) if viewer.partnerships(Deed.OVERSEE) else frozenset()
    partnerships = [one for one in partnerships_overseen_by(viewer) if one.pk in shared]
    taken = acknowledgements_of([one.pk for one in partnerships], on).filter(agency="")
    days = {(one.partnership_id, one.edition_id): one.on for one in taken}
    return partnerships, [change for change in changes_on(on) if change.is_asked], days
