"""Words of rapid reviews, their states, and what one still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class RapidState(StrEnum):
    GATHERING = "gathering"
    RATIFYING = "ratifying"
    READY = "ready"
    SENT = "sent"
    ANSWERED = "answered"
    STOPPED = "stopped"


RAPID_STATE_LABELS = {
    RapidState.GATHERING: "Finding out",
    RapidState.RATIFYING: "Decided, not yet ratified",
    RapidState.READY: "Ratified, ready to send",
    RapidState.SENT: "Sent, waiting for the reply",
    RapidState.ANSWERED: "Answered by the Panel",
    RapidState.STOPPED: "Stopped",
}


class Answer(StrEnum):
    """What an agency said when it was asked. Blank in the table: it has not answered."""

    INVOLVED = "involved"
    NOTHING_KNOWN = "nothing_known"


ANSWER_LABELS = {Answer.INVOLVED: "Summary received", Answer.NOTHING_KNOWN: "No involvement"}


class Ratified(StrEnum):
    RATIFIED = "ratified"
    DECLINED = "declined"


RATIFIED_LABELS = {Ratified.RATIFIED: "Ratified", Ratified.DECLINED: "Declined"}


class Reply(StrEnum):
    AGREES = "agrees"
    DISAGREES = "disagrees"
    COMMENTS = "comments"


REPLY_LABELS = {
    Reply.AGREES: "Agrees with the decision",
    Reply.DISAGREES: "Does not agree with the decision",
    Reply.COMMENTS: "Comments without agreeing or disagreeing",
}


class Met(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


MET_LABELS = {Met.MET: "Met", Met.NOT_MET: "Not met", Met.UNKNOWN: "Not looked at yet"}

HAVERING = "https://safeguardinghavering.org.uk/childrenpartnership/safeguarding-practice-reviews/"
NOT_VERIFIED = "What good reviews are known to do; not verified against the Panel’s newest guidance"


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One thing that a rapid review should hold. Codes never change."""

    code: str
    words: str
    source: str = NOT_VERIFIED
    is_required: bool = False


CHECKLIST = (
    CheckItem("facts", "The facts that could readily be established are gathered", HAVERING, True),
    CheckItem("immediate", "Any immediate action for children’s safety is identified", HAVERING, True),
    CheckItem("shared", "Learning is shared as fitting", HAVERING, True),
    CheckItem("improvements", "The potential for improvements is considered", HAVERING, True),
    CheckItem("next_steps", "Next steps are decided, and whether to do a practice review", HAVERING, True),
    CheckItem("concise", "It is concise"),
    CheckItem("facts_apart", "Facts stand apart from analysis"),
    CheckItem("lived_experience", "Lived experience and identity are analysed in the review itself"),
    CheckItem("all_agencies", "Every agency that was involved is covered, education among them"),
    CheckItem("why", "It asks why, not only what"),
    CheckItem("already_done", "What is already being done is said"),
    CheckItem("owners", "Learning and actions have owners"),
    CheckItem("rationale", "The decision and its reasons are explicit"),
    CheckItem("partners", "Every safeguarding partner has signed it off"),
)
CHECKS = {item.code: item for item in CHECKLIST}
CHECKLIST_EDITION = "1"
# (slug of the instrument, label of the edition) that the list was written beside. The newest guidance was not seen.
CHECKLIST_RESTS_ON = (
    ("working-together", "Working Together 2023"),
    ("panel-guidance", "Panel guidance for safeguarding partners 2022"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a rapid review has on a day, in plain values; names are those of agencies."""

    returns_missing: tuple[str, ...] = ()
    was_asked: bool = False
    checks_open: int = 0
    is_decided: bool = False
    to_ratify: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    has_partners: bool = True
    is_sent: bool = False
    is_answered: bool = False
    is_stopped: bool = False


def state_of(has: Standing) -> RapidState:
    if has.is_stopped:
        return RapidState.STOPPED
    if has.is_answered:
        return RapidState.ANSWERED
    if has.is_sent:
        return RapidState.SENT
    if not has.is_decided:
        return RapidState.GATHERING
    return RapidState.RATIFYING if has.to_ratify or has.declined or not has.has_partners else RapidState.READY


def lacks(has: Standing) -> tuple[str, ...]:
    """What is still missing, in the order of the work; empty when it may be sent."""
    return tuple(_lacks(has))


def _lacks(has: Standing) -> Iterator[str]:
    if not has.was_asked:
        yield "agencies to be asked for what they know"
    elif has.returns_missing:
        yield f"{_counted(len(has.returns_missing), 'return')} ({listed(has.returns_missing)})"
    if not has.is_decided:
        yield "the decision and its reasons"
    if not has.has_partners:
        yield "the safeguarding partners to be named in the directory"
    elif has.to_ratify:
        yield f"ratification by {listed(has.to_ratify)}"
    if has.declined:
        yield f"agreement with {listed(has.declined)}, who declined to ratify"


def lacks_in_short(has: Standing) -> str:
    """The same for one cell of a table: how many, not who."""
    parts = [
        "agencies to be asked" if not has.was_asked else "",
        _counted(len(has.returns_missing), "return") if has.returns_missing else "",
        "" if has.is_decided else "the decision",
        _counted(len(has.to_ratify), "ratification") if has.to_ratify else "",
        f"{_counted(len(has.declined), 'partner')} declined" if has.declined else "",
        "" if has.has_partners else "safeguarding partners in the directory",
    ]
    return ", ".join(part for part in parts if part)


def lacks_words(has: Standing) -> str:
    """One sentence for the head of the page: what stands between now and the next step."""
    state, missing = state_of(has), lacks(has)
    if state in (RapidState.STOPPED, RapidState.ANSWERED, RapidState.SENT):
        return ""
    if not missing:
        return "Nothing is missing: it can be sent to the Panel."
    return f"Before it can be sent: {listed(missing, separator='; ')}."


def listed(words: tuple[str, ...], separator: str = ", ") -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{separator.join(words[:-1])}{';' if separator.startswith(';') else ''} and {words[-1]}"


def _counted(number: int, noun: str) -> str:
    words = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
    return f"{words.get(number, number)} {noun}{'' if number == 1 else 's'}"
