"""A whole review on its template, as blocks of a paper."""

from dataclasses import dataclass

from sightline.foundation.design.blocks import Block, Grid, Heading, Paragraph, Points


@dataclass(frozen=True)
class PaperSection:
    heading: str
    standing: str  # said where there are no words: "Empty", or why the part does not apply
    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    grid: Grid | None = None


def review_blocks(completeness: str, sections: tuple[PaperSection, ...]) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph(completeness, "note")] if completeness else []
    for section in sections:
        blocks.append(Heading(section.heading))
        blocks += [Paragraph(text) for text in section.texts]
        if section.points:
            blocks.append(Points(section.points))
        if section.grid is not None:
            blocks.append(section.grid)
        if not (section.texts or section.points or section.grid):
            blocks.append(Paragraph(section.standing, "note"))
    return tuple(blocks)
