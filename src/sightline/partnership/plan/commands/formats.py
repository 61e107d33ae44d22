"""Formats of plans: those that come with Sightline, and a region's own, in versions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils.text import slugify

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.partnership.law.commands.changes import rely_no_longer, rely_on
from sightline.partnership.law.models import Edition

from ..domain import Obligation
from ..models import FormatSection, PlanFormat
from ..readers import FormatLine, format_lines, section_lines


@dataclass(frozen=True, slots=True)
class Asked:
    """A section that a format asks for, or offers."""

    title: str
    asks: str = ""
    is_required: bool = True


@deed
def record_format(
    *,
    title: str,
    by: User | None,
    code: str = "",
    region: Partnership | None = None,
    purpose: str = "",
    obligation: Obligation = Obligation.REGION,
    owed_by: str = "",
    basis: Edition | None = None,
    basis_words: str = "",
    is_verified: bool = True,
    source: str = "",
    review_months: int | None = None,
    started_on: date | None = None,
    sections: Iterable[Asked] = (),
    version: int = 1,
) -> PlanFormat:
    """What a plan has to hold. `region` None comes with Sightline; else one region asks its partnerships for it."""
    refuse_child_details(title=title, purpose=purpose, owed_by=owed_by, basis_words=basis_words)
    code = code or slugify(title)[:60]
    if PlanFormat.objects.filter(region=region, code=code, version=version).exists():
        raise Refused(f"{title} is kept already. Make a new version of it.", "title")
    format = kept(
        PlanFormat(
            code=code,
            version=version,
            title=title.strip(),
            purpose=purpose.strip(),
            region=region,
            obligation=obligation,
            owed_by=owed_by.strip(),
            basis=basis,
            basis_words=basis_words.strip(),
            is_verified=is_verified,
            source=source,
            review_months=review_months,
            started_on=started_on,
        )
    )
    for one in sections:
        add_section(format=format, title=one.title, asks=one.asks, is_required=one.is_required, by=by)
    _rest(format, by)
    return format


def _rest(format: PlanFormat, by: User | None) -> None:
    """Tells law that this version rests on an edition for as long as it is asked for: a change of law then names it."""
    if format.basis is None:
        return
    reference = Reference("plan.planformat", format.pk)
    if format.ended_on is not None:
        rely_no_longer(edition=format.basis, reference=reference, by=by)
        return
    label = f"Format of plans: {format.title}, version {format.version}"
    rely_on(edition=format.basis, reference=reference, label=label, by=by, partnership=format.region)


@deed
def correct_format(
    *,
    format: PlanFormat,
    title: str,
    by: User | None,
    purpose: str = "",
    owed_by: str = "",
    basis_words: str = "",
    review_months: int | None = None,
) -> PlanFormat:
    """Mends the words around a format; what it asks for changes only by a new version."""
    refuse_child_details(title=title, purpose=purpose, owed_by=owed_by, basis_words=basis_words)
    format.title, format.purpose, format.owed_by = title.strip(), purpose.strip(), owed_by.strip()
    format.basis_words, format.review_months = basis_words.strip(), review_months
    kept(format)
    _rest(format, by)
    return format


@deed
def add_section(
    *, format: PlanFormat, title: str, by: User | None, asks: str = "", is_required: bool = True
) -> FormatSection:
    _refuse_if_used(format)
    refuse_child_details(title=title, asks=asks)
    if format.sections.filter(title__iexact=title.strip()).exists():
        raise Refused("This format has a section of that name.", "title")
    last = format.sections.aggregate(last=Max("place"))["last"] or 0
    return kept(
        FormatSection(format=format, place=last + 1, title=title.strip(), asks=asks.strip(), is_required=is_required)
    )


@deed
def drop_section(*, section: FormatSection, by: User | None) -> None:
    _refuse_if_used(section.format)
    section.delete()


def _refuse_if_used(format: PlanFormat) -> None:
    if format.plans.exists():
        raise Refused("Plans were made on this version, so what it asks for stays. Make a new version.")


@deed
def new_version(*, format: PlanFormat, on: date, by: User | None) -> PlanFormat:
    """The next version from `on`, with the same sections to begin with; plans made on the older one keep it."""
    if format.ended_on is not None:
        raise Refused("This version has ended already. Choose the one in use.")
    if format.started_on is not None and on <= format.started_on:
        raise Refused("The next version starts after this one. Choose a later day.", "on")
    sections = [Asked(one.title, one.asks, one.is_required) for one in format.sections.all()]
    end_format(format=format, on=on, by=by)
    return record_format(
        title=format.title,
        code=format.code,
        version=format.version + 1,
        region=format.region,
        purpose=format.purpose,
        obligation=Obligation(format.obligation),
        owed_by=format.owed_by,
        basis=format.basis,
        basis_words=format.basis_words,
        is_verified=format.is_verified,
        source=format.source,
        review_months=format.review_months,
        started_on=on,
        sections=sections,
        by=by,
    )


@deed
def end_format(*, format: PlanFormat, on: date, by: User | None) -> PlanFormat:
    """Nobody is asked for it from that day; what was submitted stays."""
    if format.ended_on is not None:
        raise Refused("This format has ended already.")
    format.ended_on = on
    kept(format)
    _rest(format, by)
    return format


@deed
def load_formats(*, by: User | None) -> None:
    """The formats that come with Sightline. What is kept already stays as it is, so it can be run at every start."""
    held = set(PlanFormat.objects.filter(region=None).values_list("code", flat=True))
    sections: dict[str, list[Asked]] = {}
    for line in section_lines():
        sections.setdefault(line.format, []).append(Asked(line.title, line.asks, line.is_required))
    for line in format_lines():
        if line.code not in held:
            _load(line, sections.get(line.code, []), by)
    for format in PlanFormat.objects.filter(basis__isnull=False).select_related("basis", "region"):
        _rest(format, by)


def _load(line: FormatLine, sections: list[Asked], by: User | None) -> None:
    editions = Edition.objects.filter(instrument__slug=line.basis) if line.basis else Edition.objects.none()
    record_format(
        code=line.code,
        title=line.title,
        purpose=line.purpose,
        obligation=Obligation(line.obligation),
        owed_by=line.owed_by,
        basis=(editions.filter(label=line.edition) if line.edition else editions).first(),
        basis_words=line.basis_words,
        is_verified=line.is_verified,
        source=line.source,
        review_months=line.review_months,
        sections=sections,
        by=by,
    )
