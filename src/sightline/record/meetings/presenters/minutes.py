"""Minutes as pages: read, write, compare."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from sightline.foundation.design.blocks import Block, Grid, Heading, Points

from ..documents.blocks import blocks_of
from ..domain import MINUTES_STATE_LABELS, MinutesState
from ..domain.editing import revision_of
from ..models import Minutes
from .meeting import MINUTES_COLOURS, minutes_note


@dataclass(frozen=True)
class Drawn:
    """A block as the template draws it."""

    kind: str
    block: Block
    level: int = 0


@dataclass(frozen=True)
class ReadingPage:
    version: int
    state: str
    colour: str
    note: str
    why: str
    drawn: tuple[Drawn, ...]
    is_draft: bool


@dataclass(frozen=True)
class EditingPage:
    """`revision` names the text that the writer starts from."""

    text: str
    revision: str
    version: int
    note: str
    theirs: str = ""


@dataclass(frozen=True)
class Change:
    kind: str
    before: str
    after: str


def drawn(text: str) -> tuple[Drawn, ...]:
    return tuple(_drawn(block) for block in blocks_of(text))


def _drawn(block: Block) -> Drawn:
    if isinstance(block, Heading):
        return Drawn("heading", block, block.level)
    kind = "points" if isinstance(block, Points) else "grid" if isinstance(block, Grid) else "paragraph"
    return Drawn(kind, block)


def reading_page(minutes: Minutes) -> ReadingPage:
    state = MinutesState(minutes.state)
    return ReadingPage(
        minutes.version,
        MINUTES_STATE_LABELS[state],
        MINUTES_COLOURS[state],
        minutes_note(minutes),
        minutes.why,
        drawn(minutes.text),
        state is MinutesState.DRAFT,
    )


def editing_page(draft: Minutes | None, text: str, began_from: str, theirs: str = "") -> EditingPage:
    note = minutes_note(draft) if draft else "Not saved yet"
    return EditingPage(text, began_from, draft.version if draft else 1, note, theirs)


def revision(draft: Minutes | None) -> str:
    return revision_of(draft.text if draft else "")


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Line by line: what stayed, what went, what came."""
    old, new = _lines(before), _lines(after)
    found = []
    for verb, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        kind = "same" if verb == "equal" else "changed"
        found.append(Change(kind, "\n".join(old[a:b]), "\n".join(new[c:d])))
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]


def is_draft(minutes: Minutes) -> bool:
    return minutes.state == MinutesState.DRAFT
