"""Small marks that say one of six things by sign, shape and words, never by colour alone."""

from dataclasses import dataclass

# tone: the sign shown when none is given. "unknown" is hatched: it is neither yes nor no.
SIGNS = {"yes": "✓", "part": "◐", "excused": "–", "no": "✗", "aside": "·", "unknown": "?"}


@dataclass(frozen=True)
class Mark:
    """`words` is what a screen reader says and what a spreadsheet holds; `sign` is one or two letters.

    `said` is what a paper said ("Ann Example, Northshire Police"): it shows on hover and focus, and is read out.
    """

    tone: str
    words: str
    sign: str = ""
    href: str = ""
    said: str = ""

    def __post_init__(self) -> None:
        if self.tone not in SIGNS:
            raise ValueError(f"a mark's tone is one of {', '.join(SIGNS)}, not {self.tone}")

    @property
    def shown(self) -> str:
        return self.sign or SIGNS[self.tone]
