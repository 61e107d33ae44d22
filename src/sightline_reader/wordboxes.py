"""Words of a page held as numbers: a thousand pages of words stay a few megabytes, and `Word`s are made when asked for."""

from array import array
from base64 import b64decode, b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sightline_reader.model import Box, Word

PLACES = ("starts", "ends")
EDGES = ("lefts", "tops", "rights", "bottoms")


class WordBoxes(Sequence[Word]):
    """Words in reading order: six parallel arrays, and the text of the document that `starts` and `ends` point into."""

    __slots__ = ("text", *PLACES, *EDGES)

    def __init__(self, text: str = "") -> None:
        self.text = text
        for name in PLACES:
            setattr(self, name, array("l"))
        for name in EDGES:
            setattr(self, name, array("f"))

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self._word(i) for i in range(*index.indices(len(self))))
        return self._word(range(len(self))[index])

    def __iter__(self) -> Iterator[Word]:
        return map(self._word, range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordBoxes) and self.packed() == other.packed()

    __hash__ = None

    def __repr__(self) -> str:
        return f"<{len(self)} words>"

    def _word(self, i: int) -> Word:
        start, end = self.starts[i], self.ends[i]
        return Word(self.text[start:end], start, end, Box(self.lefts[i], self.tops[i], self.rights[i], self.bottoms[i]))

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that a span of the document touches."""
        return self[bisect_right(self.ends, start) : bisect_left(self.starts, end)]

    def packed(self) -> dict[str, str]:
        return {name: b64encode(getattr(self, name).tobytes()).decode() for name in PLACES + EDGES}

    @classmethod
    def unpacked(cls, text: str, packed: dict[str, str]) -> "WordBoxes":
        words = cls(text)
        for name in PLACES + EDGES:
            getattr(words, name).frombytes(b64decode(packed[name]))
        return words
