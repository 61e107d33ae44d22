"""Questions about law and guidance on a day."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from ..domain import State, state_on
from ..domain.recognising import KnownEdition, KnownInstrument, LawBook, Recognised, Superseded
from ..models import Duty, Edition, Instrument


@dataclass(frozen=True, slots=True)
class EditionRow:
    edition: Edition
    instrument: str
    slug: str
    kind: str
    state: State
    superseded_by: str


@dataclass(frozen=True, slots=True)
class DutyRow:
    duty: Duty
    number: str
    edition: str
    slug: str
    state: State


def edition_in_force(instrument: Instrument, day: date) -> Edition | None:
    in_force = instrument.editions.filter(
        Q(superseded_on__isnull=True) | Q(superseded_on__gt=day), in_force_on__lte=day
    )
    return in_force.order_by("-in_force_on").first()


def instrument_by_slug(slug: str) -> Instrument | None:
    return Instrument.objects.filter(slug=slug).first()


def all_instruments() -> QuerySet[Instrument]:
    return Instrument.objects.all()


def edition_by_id(pk: int) -> Edition | None:
    return Edition.objects.select_related("instrument").filter(pk=pk).first()


def edition_rows(day: date, instrument: Instrument | None = None) -> list[EditionRow]:
    """Every edition that could be known of on a day, the newest first, with its state then; one query."""
    editions = Edition.objects.select_related("instrument", "superseded_by")
    if instrument is not None:
        editions = editions.filter(instrument=instrument)
    return [_edition_row(e, state) for e in editions if (state := edition_state(e, day)) is not None]


def edition_state(edition: Edition, day: date) -> State | None:
    return state_on(edition.announced_on, edition.made_on, edition.in_force_on, edition.superseded_on, day)


def _edition_row(edition: Edition, state: State) -> EditionRow:
    instrument = edition.instrument
    newer = edition.superseded_by.label if edition.superseded_by and state is State.SUPERSEDED else ""
    return EditionRow(edition, instrument.name, instrument.slug, instrument.kind, state, newer)


def duty_rows(day: date) -> list[DutyRow]:
    """Duties of every edition that could be known of on a day; one query."""
    rows = _duties(day).order_by("provision__edition__instrument__name", "-provision__edition__in_force_on", "pk")
    return [_duty_row(d, state) for d in rows if (state := edition_state(d.provision.edition, day)) is not None]


def duties_of(instrument: Instrument, day: date) -> list[DutyRow]:
    rows = _duties(day).filter(provision__edition__instrument=instrument).order_by("pk")
    return [_duty_row(d, state) for d in rows if (state := edition_state(d.provision.edition, day)) is not None]


def _duties(day: date) -> QuerySet[Duty]:
    begun = Q(started_on__isnull=True) | Q(started_on__lte=day)
    return Duty.objects.filter(begun).select_related("provision__edition__instrument")


def _duty_row(duty: Duty, state: State) -> DutyRow:
    edition = duty.provision.edition
    return DutyRow(duty, duty.provision.number, edition.label, edition.instrument.slug, state)


def law_book() -> LawBook:
    """All instruments and editions with their names, in two queries; recognise a whole paper with it."""
    instruments = Instrument.objects.prefetch_related("editions__superseded_by")
    return LawBook(tuple(_known(i) for i in instruments))


def _known(instrument: Instrument) -> KnownInstrument:
    editions = tuple(
        KnownEdition(
            e.pk,
            e.label,
            e.in_force_on,
            e.superseded_on,
            e.superseded_by.label if e.superseded_by else "",
            e.is_verified,
        )
        for e in instrument.editions.all()
    )
    return KnownInstrument(instrument.pk, instrument.slug, instrument.name, tuple(instrument.aliases), editions)


def recognise(text: str) -> Recognised | None:
    """The instrument and edition that some words of a paper name. For many, use one `law_book()`."""
    return law_book().recognise(text)


def superseded_since(text: str, day: date) -> Superseded | None:
    """What had replaced, by a day, the law that some words of a paper name."""
    book = law_book()
    named = book.recognise(text)
    return book.superseded_since(named, day) if named else None
