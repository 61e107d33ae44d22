"""Letters of publication, with nothing of the review but its reference and its dates."""

from dataclasses import dataclass
from datetime import date

from sightline.foundation.design.blocks import Block, Facts, Paper, Paragraph

from ..domain.clocks import NOTICE_DAYS
from ..domain.publication import LETTER_LABELS, RECIPIENT_LABELS, LetterKind, Recipient, day


@dataclass(frozen=True)
class LetterFacts:
    partnership: str
    reference: str
    kind: LetterKind
    written_on: date
    decided_on: date | None
    due_on: date | None
    planned_on: date | None
    reason: str = ""


_NOT_SET = "Not set yet"


def letter(facts: LetterFacts) -> Paper:
    return Paper(
        title=f"{LETTER_LABELS[facts.kind]}: {facts.reference}",
        subtitle=day(facts.written_on),
        organisation=facts.partnership,
        footer=f"{facts.reference}, {day(facts.written_on)}",
        author=facts.partnership,
        blocks=(
            Facts(
                (
                    ("To", "; ".join(RECIPIENT_LABELS[one] for one in Recipient)),
                    ("From", facts.partnership),
                    ("Review", f"Local child safeguarding practice review {facts.reference}"),
                    ("Decision to review", day(facts.decided_on) or "Not recorded"),
                    ("To be published by", day(facts.due_on) or "Not known"),
                    ("Planned for publication", day(facts.planned_on) or _NOT_SET),
                )
            ),
            *_BODIES[facts.kind](facts),
            Paragraph(f"For {facts.partnership}"),
            Paragraph("Name and post: ____________________    Date: ____________________"),
        ),
    )


def _notice(facts: LetterFacts) -> tuple[Block, ...]:
    return (
        Paragraph(
            f"The safeguarding partners intend to publish this review on {day(facts.planned_on) or 'a day to be set'}. "
            f"A full copy of the final report comes with this letter, at least {NOTICE_DAYS} working days before."
        ),
        Paragraph("Please tell us before that day if you see a reason not to publish on it."),
    )


def _late(facts: LetterFacts) -> tuple[Block, ...]:
    until = f" It is now planned for {day(facts.planned_on)}." if facts.planned_on else ""
    return (
        Paragraph(
            "This review is not published within six months of the decision to review. "
            f"The safeguarding partners write to give you the reason.{until}"
        ),
        Paragraph(facts.reason or "Reason: ____________________", "body" if facts.reason else "note"),
    )


def _not_published(facts: LetterFacts) -> tuple[Block, ...]:
    return (
        Paragraph(
            "The safeguarding partners have decided not to publish this review. They write to give you the reason. "
            "What was learned for local practice is published apart from it."
        ),
        Paragraph(facts.reason or "Reason: ____________________", "body" if facts.reason else "note"),
    )


_BODIES = {LetterKind.NOTICE: _notice, LetterKind.LATE: _late, LetterKind.NOT_PUBLISHED: _not_published}
