"""City and Hackney in depth: the executive and the boards whose attendance of 2021-22 was published, and its subgroups."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.partnership.governance.domain import Chairing, Part

from .making import listed, partnership_called, responsibility, table, terms
from .structures import board_rows, build_structure, hold

# The published arrangements were renewed in July 2021; a review after a year is the demonstration's own.
APPROVED, REVIEW = date(2021, 7, 1), date(2022, 7, 1)
STANDING_ITEMS = [
    "Welcome and apologies",
    "Minutes of the last meeting",
    "Actions",
    "Performance",
    "Any other business",
]


@deed
def build_city_and_hackney(*, by: User | None) -> None:
    partnership = partnership_called("city-and-hackney")
    boards = build_structure(partnership, by)
    for row in board_rows(partnership):
        if row["purpose"] and row["short_name"] != "COG":
            terms(
                board=boards[row["short_name"]],
                on=APPROVED,
                review_on=REVIEW,
                purpose=row["purpose"],
                meetings_per_year=int(row["meetings_per_year"]),
                chairing=Chairing(row["chairing"]),
                secretariat="Partnership team",
                deputies_allowed=True if row["kind"] in ("executive", "board") else None,
                standing_items=STANDING_ITEMS,
                by=by,
            )
    for row in table("responsibilities"):
        responsibility(title=row["title"], detail=row["detail"], source=row["source"], by=by)
        for part in Part:
            hold(partnership, boards, row["title"], part, listed(row[f"city-and-hackney {part}"]), by)
