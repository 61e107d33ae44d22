"""The regional partnership's executive and the adolescent safeguarding oversight board that was proposed to it, terms in draft."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.partnership.governance.domain import Chairing

from .making import partnership_called, terms
from .structures import board_rows, build_structure

# What the proposal of February 2021 asks of the board, in our own words.
PURPOSE = "One place where partners agree and coordinate what they do across London to keep adolescents safe."
RESPONSIBILITIES = "\n".join(
    (
        "Agree a programme of work on adolescent safeguarding and oversee it",
        "Lead and champion what the board has agreed",
        "Take the practice framework for work with adolescents further and into use",
        "Build a shared set of data that shows gaps, trends and risks",
        "Steer the support programme on child exploitation in London",
        "Keep in touch, both ways, with boards for safeguarding, community safety and crime",
    )
)


@deed
def build_adolescent_board(*, by: User | None) -> None:
    partnership = partnership_called("london")
    boards = build_structure(partnership, by)
    terms(
        board=boards["LASOB"],
        on=None,
        review_on=date(2022, 4, 1),
        purpose=PURPOSE,
        responsibilities=RESPONSIBILITIES,
        meetings_per_year=4,
        chairing=Chairing.SINGLE,
        chairing_as_written="A senior officer whom the executive names each year.",
        secretariat="London Innovation and Improvement Alliance",
        by=by,
    )
    executive = next(row for row in board_rows(partnership) if row["short_name"] == "LSCP Executive")
    terms(
        board=boards["LSCP Executive"],
        on=date(2020, 1, 1),
        review_on=date(2023, 1, 1),
        purpose=executive["purpose"],
        meetings_per_year=4,
        chairing=Chairing.ROTATING,
        by=by,
    )
