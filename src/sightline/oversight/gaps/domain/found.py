"""What a rule gives back."""

from dataclasses import dataclass

from sightline.kernel.references import Reference


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing that shows a finding: words for people, and the record they come from when there is one."""

    text: str
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: of whom or what, in a sentence a director would repeat, with what shows it.

    `board_id` is set when the finding belongs to one board, so that a change there is checked alone. `is_restricted`: it
    tells of a serious incident or of a review that is not published, and is only for those who read these.
    """

    subject: Reference
    label: str
    summary: str
    shown: tuple[Shown, ...] = ()
    board_id: int | None = None
    is_restricted: bool = False
