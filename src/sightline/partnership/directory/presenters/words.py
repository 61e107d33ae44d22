"""How dates and doubt are said on the pages of the directory."""

from datetime import date

from sightline.foundation.design.tables import Cell
from sightline.kernel.sources import stated
from sightline.partnership.directory.domain.dates import last_day


def said(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def period(started: date | None, ended: date | None) -> str:
    """From and until as people say them: the last day, not the first day after."""
    until = last_day(ended)
    if started and until:
        return f"{said(started)} to {said(until)}"
    if until:
        return f"until {said(until)}"
    return f"since {said(started)}" if started else ""


def source_cell(source: str, is_verified: bool) -> Cell:
    """A web address becomes a link named by its site; what was not seen in the original says so."""
    where = stated(source)
    note = "; ".join(filter(None, ("" if is_verified else "unverified", where.rest)))
    return Cell(text=where.text, href=where.href, note=note)


def doubted(text: str, is_verified: bool) -> str:
    return text if is_verified else f"{text} (unverified)"
