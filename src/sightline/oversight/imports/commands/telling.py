"""Sheets of reviews and incidents are refused whole when a cell tells of a child: the bytes would be kept otherwise."""

from collections.abc import Sequence
from typing import Any

from sightline.kernel.guarded import child_details
from sightline.kernel.verdict import Refused

from ..domain.sheets import MOST_ROWS, letter

MOST_PLACES = 5


def refuse_telling(name: str, rows: Sequence[Sequence[Any]]) -> None:
    """Says where, never what: the words themselves are not repeated."""
    places = [
        f"{letter(place)}{number}"
        for number, row in enumerate(rows[: MOST_ROWS + 1], 1)
        for place, cell in enumerate(row)
        if isinstance(cell, str) and child_details(cell)
    ]
    if places:
        more = f" and {len(places) - MOST_PLACES:,} more" if len(places) > MOST_PLACES else ""
        raise Refused(
            f"Cells of the sheet “{name}” look as if they tell of a child: {', '.join(places[:MOST_PLACES])}{more}. "
            "Nothing was kept. Take the details out and bring the sheet in again.",
            "file",
        )
