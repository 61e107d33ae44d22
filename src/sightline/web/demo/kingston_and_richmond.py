"""Kingston and Richmond: its senior leadership group and four subgroups, each with two co-chairs from different agencies."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.partnership.directory.domain import Sector
from sightline.partnership.governance.commands import QuorumOf
from sightline.partnership.governance.domain import Chairing

from .making import partnership_called, terms
from .structures import board_rows, build_structure

APPROVED, REVIEW = date(2020, 10, 1), date(2021, 10, 1)
EACH_PARTNER = [QuorumOf(1, Sector.LOCAL_AUTHORITY), QuorumOf(1, Sector.HEALTH), QuorumOf(1, Sector.POLICE)]


@deed
def build_kingston_and_richmond(*, by: User | None) -> None:
    partnership = partnership_called("kingston-and-richmond")
    boards = build_structure(partnership, by)
    for row in board_rows(partnership):
        if row["purpose"]:
            leads = row["kind"] == "executive"
            terms(
                board=boards[row["short_name"]],
                on=APPROVED,
                review_on=REVIEW,
                purpose=row["purpose"],
                meetings_per_year=int(row["meetings_per_year"]),
                chairing=Chairing(row["chairing"]),
                chairing_as_written="The three safeguarding partners chair in turn, a year each." if leads else "",
                quorum_as_written="At least one from each of the three safeguarding partners." if leads else "",
                quorum_minimum=3 if leads else None,
                quorum_parts=EACH_PARTNER if leads else (),
                secretariat="Partnership team",
                deputies_allowed=True,
                by=by,
            )
