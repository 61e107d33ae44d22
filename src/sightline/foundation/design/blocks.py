"""The plain parts of a paper that people take away. Rooms make a list of them; `pdf` and `word` turn it into a file."""

from dataclasses import dataclass

from .legible import clean, has_something_to_see


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1  # 1 to 4; the paper's own title stands above level 1


@dataclass(frozen=True)
class Paragraph:
    text: str
    kind: str = "body"  # "body", "strong" or "note" (smaller, quieter)


@dataclass(frozen=True)
class Points:
    """A list; numbered when the order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Grid:
    """A table. `widths` are shares of the page's width; `numeric` names the columns (from 0) set to the right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    widths: tuple[float, ...] = ()
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Names and values side by side: date, place, chair."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Figure:
    """A picture. `alt` says in words what it shows; a paper without it is refused."""

    svg: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class PageBreak:
    pass


Block = Heading | Paragraph | Points | Grid | Facts | Figure | PageBreak


@dataclass(frozen=True)
class Paper:
    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    organisation: str = ""  # stands at the head of each page
    footer: str = ""  # "Draft", a date, a classification
    landscape: bool = False
    author: str = "Sightline"

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a paper needs a title")
        for grid in (block for block in self.blocks if isinstance(block, Grid)):
            if any(len(line) != len(grid.columns) for line in grid.rows):
                raise ValueError(f"each row of the table “{grid.caption}” needs {len(grid.columns)} cells")
        if any(isinstance(block, Figure) and not block.alt.strip() for block in self.blocks):
            raise ValueError("each figure needs words that say what it shows")

    @property
    def levelled(self) -> tuple[Block, ...]:
        """The blocks with no heading empty and no level skipped: PDF/UA-1 refuses it, screen readers stumble over it."""
        levelled: list[Block] = []
        before = 0
        for block in self.blocks:
            if isinstance(block, Heading):
                if not has_something_to_see(clean(block.text)):
                    continue
                before = min(block.level, before + 1)
                block = Heading(block.text, before)
            levelled.append(block)
        return tuple(levelled)
