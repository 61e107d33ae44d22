"""Which board a paper, a heading or a sentence speaks of."""

import re
from dataclasses import dataclass

from sightline_reader.boards.phrases import IT
from sightline_reader.layout import View, fold
from sightline_reader.passages import passages
from sightline_reader.words import BODY_WORD


@dataclass(frozen=True, slots=True)
class Said:
    aspect: str
    value: str
    body: str | None
    start: int
    end: int


_NAMED_BOARD = re.compile(rf"(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for|the|&)\s+)*){{1,8}}{IT}|\b[A-Z]{{3,7}}\b")


def is_body_name(title: str) -> bool:
    """Whether a heading within terms of reference is the name of a board, not of a part of its terms."""
    about = (
        r"(?i)\b(?:activit\w+|responsibilit\w+|support|membership|role|purpose|review|meetings?|frequency|links?|working"
        r"|conduct|chair)\b"
    )
    return len(title.split()) <= 9 and bool(re.search(BODY_WORD + r"$", title, re.I)) and not re.search(about, title)


def is_body(text: str) -> bool:
    return len(text.split()) <= 9 and bool(re.search(BODY_WORD, text, re.I))


def names_a_board(sentence: str) -> bool:
    return bool(_NAMED_BOARD.search(sentence)) or bool(
        re.search(r"\b(?:The|This|the) (?:Board|Partnership|Panel|Group|Executive|board)\b", sentence)
    )


def board_in(words: str) -> str | None:
    names = [re.sub(r"^The\s+", "", fold(m[0])) for m in _NAMED_BOARD.finditer(words) if not m[0].startswith("This")]
    return names[0] if names else None


def bodies(view: View) -> tuple[str | None, Said | None]:
    """The board a paper is about, from its title, and the board over it where the line above names one."""
    head = [p for p in passages(view)[:14] if len(p.text.split()) <= 16 and not p.mark.strip("#")]
    named = [p for p in head if re.search(BODY_WORD, p.text, re.I) and not re.search(r"(?i)\bapproved\b|\.$", p.text)]
    named = [p for p in named if not re.match(r"(?i)^\W*(?:comments|terms of references?)\W*$", p.text)]
    full = [p for p in named if len(own_name(p.text).split()) > 1]
    if not full:
        titled = [own_name(p.text) for p in head if re.search(r"(?i)\bterms? of references?\b", p.text)]
        return next((name for name in titled if name), None), None
    under = [p for p in full if re.search(r"(?i)\bsub-?\s?group|\bgroup\b|\bpanel\b", p.text)]
    main = under[-1] if under else full[0]
    above = [
        p for p in full if p.start < main.start and re.search(r"(?i)\b(?:board|partnership|executive)$", p.text.strip())
    ]
    parent = (
        Said("parent_body", above[-1].text.strip(), own_name(main.text), above[-1].start, above[-1].end)
        if under and above
        else None
    )
    return own_name(main.text), parent


def own_name(title: str) -> str:
    title = re.sub(
        r"(?i)^#*\s*(?:draft\s+)?terms? of references?\s*(?:of|for|[-–:])?\s*(?:the\s+)?"
        r"|\s*[-–:(]*\s*(?:draft\s+)?terms? of references?.*$|\s*-\s*\w+ (?:19|20)\d\d$",
        "",
        title,
    )
    return title.strip(" #-–:*")
