"""The template of a practice review, by edition, and how complete one is. A review keeps the edition it was begun on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """How a section of the template is filled: by words, or by what the record holds."""

    WORDS = "words"
    REVIEWERS = "reviewers"
    PANEL = "panel"
    PERIOD = "period"
    PARALLEL = "parallel"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class Section:
    code: str
    heading: str
    asks: str
    part: Part = Part.WORDS


# Practice follows the heads that published reviews share: reviewers, method, terms of reference, period under review
# (dossier §2.1, "names"). No law prescribes a form, so the template is Sightline's and has editions of its own.
EDITIONS: dict[str, tuple[Section, ...]] = {
    "1": (
        Section("terms", "Terms of reference", "What the review was asked to look at, and what it leaves out."),
        Section("reviewers", "Reviewers", "Who leads and writes it, and whether they are independent.", Part.REVIEWERS),
        Section("panel", "Panel", "The agencies and posts that oversaw the review.", Part.PANEL),
        Section("period", "Period under review", "From when until when practice was looked at.", Part.PERIOD),
        Section("method", "Method", "How the review was done: chronologies, conversations, practitioner events."),
        Section("child", "The child’s voice", "How the child’s view was sought and heard. Say how, not what was said."),
        Section("family", "The family’s voice", "How the family was asked to take part, and what came of asking."),
        Section("equality", "Equality and diversity", "How identity, discrimination and adultification were weighed."),
        Section("rights", "The rights of the child", "Which rights were at stake, and how practice upheld them."),
        Section(
            "parallel",
            "Parallel proceedings",
            "Whether others inquire at the same time: their kind, no more.",
            Part.PARALLEL,
        ),
        Section("findings", "Findings", "What the review found about systems and practice.", Part.FINDINGS),
        Section(
            "recommendations",
            "Recommendations and who does what by when",
            "Each in its exact words, with its addressee and the actions that answer it.",
            Part.RECOMMENDATIONS,
        ),
        Section("acted_on", "Learning already acted on", "What was changed before the review ended."),
    ),
}
NEWEST_EDITION = "1"
# (slug of the instrument, label of the edition) that each edition was written beside. The newest guidance was not seen.
RESTS_ON: dict[str, tuple[tuple[str, str], ...]] = {
    "1": (
        ("working-together", "Working Together 2023"),
        ("panel-guidance", "Panel guidance for safeguarding partners 2022"),
    )
}


class Standing(StrEnum):
    FILLED = "filled"
    EMPTY = "empty"
    NOT_APPLICABLE = "not_applicable"


STANDING_LABELS = {
    Standing.FILLED: "Filled",
    Standing.EMPTY: "Empty",
    Standing.NOT_APPLICABLE: "Does not apply",
}


class Parallel(StrEnum):
    """Proceedings beside a review: their kind, never their details."""

    CRIMINAL = "criminal"
    INQUEST = "inquest"
    FAMILY_COURT = "family_court"
    OTHER_REVIEW = "other_review"
    COMPLAINT = "complaint"
    OTHER = "other"


PARALLEL_LABELS = {
    Parallel.CRIMINAL: "Criminal investigation or trial",
    Parallel.INQUEST: "Inquest",
    Parallel.FAMILY_COURT: "Family proceedings",
    Parallel.OTHER_REVIEW: "Another review",
    Parallel.COMPLAINT: "Complaint or conduct investigation",
    Parallel.OTHER: "Other",
}


class PanelPart(StrEnum):
    CHAIR = "chair"
    MEMBER = "member"
    ADVISER = "adviser"


PANEL_LABELS = {PanelPart.CHAIR: "Chair", PanelPart.MEMBER: "Member", PanelPart.ADVISER: "Adviser"}


def sections_of(edition: str) -> tuple[Section, ...]:
    return EDITIONS[edition]


def standing_of(is_filled: bool, not_applicable_because: str) -> Standing:
    """What is there counts, even where someone once said that it does not apply."""
    if is_filled:
        return Standing.FILLED
    return Standing.NOT_APPLICABLE if not_applicable_because.strip() else Standing.EMPTY


def completeness(standings: Iterable[tuple[str, Standing]]) -> str:
    """One plain sentence on how far a review is from headings and how each stands."""
    lines = list(standings)
    filled = sum(standing is Standing.FILLED for _, standing in lines)
    apart = sum(standing is Standing.NOT_APPLICABLE for _, standing in lines)
    empty = [heading for heading, standing in lines if standing is Standing.EMPTY]
    said = f"{filled} of {len(lines)} parts {'is' if filled == 1 else 'are'} filled"
    if apart:
        said += f", {apart} {'does' if apart == 1 else 'do'} not apply"
    if not empty:
        return f"{said}. Nothing is missing."
    return f"{said}, {len(empty)} {'is' if len(empty) == 1 else 'are'} empty: {', '.join(empty)}."
