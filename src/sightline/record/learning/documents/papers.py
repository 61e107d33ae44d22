"""A briefing on two pages, and "you said, we did" on paper."""

from dataclasses import dataclass
from datetime import date

from sightline.foundation.design.blocks import Block, Facts, Heading, Paper, Paragraph, Points

from ..domain.briefings import KIND_LABELS, PARTS, BriefingKind


@dataclass(frozen=True)
class BriefingWords:
    kind: BriefingKind
    title: str
    partnership: str
    texts: dict[str, str]
    audience: str
    url: str
    issued_on: date | None
    version: int
    sources: tuple[str, ...]


def briefing_paper(words: BriefingWords) -> Paper:
    """Short facts, the parts under their headings, and what it was made from in one quiet line."""
    pairs = [("For", words.audience)]
    if words.url:
        pairs.append(("Link", words.url))
    blocks: list[Block] = [Facts(tuple(pairs))]
    for part in PARTS[words.kind]:
        text = words.texts.get(part.code, "")
        if text.strip():
            blocks += [Heading(part.heading), *_lines(text)]
    if words.sources:
        blocks.append(Paragraph(f"Made from {'; '.join(words.sources)}.", "note"))
    footer = f"Issued {words.issued_on:%-d %B %Y}" if words.issued_on else "Draft, not to be passed on"
    if words.version > 1:
        footer += f", version {words.version}"
    return Paper(
        title=words.title,
        subtitle=KIND_LABELS[words.kind],
        blocks=tuple(blocks),
        organisation=words.partnership,
        footer=f"{footer}.",
    )


def _lines(text: str) -> list[Block]:
    """One line is a paragraph, several are points: what people write under "What to do"."""
    lines = [line.strip().lstrip("-•* ").strip() for line in text.splitlines() if line.strip(" -•*\t")]
    return [Paragraph(lines[0])] if len(lines) == 1 else [Points(tuple(lines))]


@dataclass(frozen=True)
class Heard:
    """One activity for the paper: what was said, what was done, and whether they were told."""

    title: str
    who: str
    said: tuple[str, ...]
    done: tuple[str, ...]
    told: str


def you_said_paper(partnership: str, years: str, heard: tuple[Heard, ...], waiting: tuple[Heard, ...]) -> Paper:
    blocks: list[Block] = []
    for one in heard:
        blocks += [Heading(one.title), Paragraph(one.who, "note"), Heading("You said", 2), *_said(one)]
        blocks += [Heading("We did", 2), Points(one.done), Paragraph(one.told, "note")]
    if not heard:
        blocks.append(Paragraph("Nothing that people said has led to a recorded change yet."))
    if waiting:
        blocks += [Heading("You said, and nothing has changed yet"), Points(tuple(w.title for w in waiting))]
    return Paper(title="You said, we did", subtitle=years, blocks=tuple(blocks), organisation=partnership)


def _said(one: Heard) -> list[Block]:
    return (
        [Points(one.said)]
        if one.said
        else [Paragraph("Their words are not kept; the group was small or none were written down.")]
    )
