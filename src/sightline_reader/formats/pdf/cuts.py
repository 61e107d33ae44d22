"""Spans taken out of a page's text, and where that leaves the rest."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sightline_reader.wordboxes import EDGES, WordBoxes


class Cuts:
    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Spans that do not overlap, in any order."""
        self.spans = sorted(spans)
        self.begins = [start for start, _ in self.spans]
        self.gone = [0]
        for start, end in self.spans:
            self.gone.append(self.gone[-1] + end - start)

    def applied(self, text: str) -> str:
        if not self.spans:
            return text
        kept, at = [], 0
        for start, end in self.spans:
            kept.append(text[at:start])
            at = end
        return "".join([*kept, text[at:]])

    def has_taken(self, start: int, end: int) -> bool:
        """Whether nothing of a span is left."""
        i = bisect_right(self.begins, start) - 1
        return i >= 0 and end <= self.spans[i][1]

    def moved(self, place: int) -> int:
        i = bisect_right(self.begins, place) - 1
        if i < 0:
            return place
        start, end = self.spans[i]
        return place - self.gone[i] - (min(place, end) - start)

    def moved_words(self, words: WordBoxes, offset: int, text: str) -> WordBoxes:
        """The words that are left, at their places in `text`, where the page begins at `offset`."""
        moved = WordBoxes(text)
        ends = self._without_cuts(words)
        for first, last, gone in self._stretches(words.starts):
            shift = offset - gone
            moved.starts.extend([x + shift for x in words.starts[first:last]])
            moved.ends.extend([x + shift for x in ends[first:last]])
            for name in EDGES:
                getattr(moved, name).extend(getattr(words, name)[first:last])
        return moved

    def _without_cuts(self, words: WordBoxes) -> array:
        """The ends of the words less what a cut takes from a word itself: the hyphen at its end."""
        ends = words.ends
        for start, end in self.spans:
            word = bisect_left(words.starts, start) - 1
            if word >= 0 and ends[word] > start:
                ends = ends[:] if ends is words.ends else ends
                ends[word] -= min(ends[word], end) - start
        return ends

    def _stretches(self, starts: array) -> list[tuple[int, int, int]]:
        """Runs of words that are left: from, to, and by how much they move down."""
        runs, at = [], 0
        for gone, (start, end) in zip(self.gone, self.spans, strict=False):
            runs.append((at, bisect_left(starts, start), gone))
            at = bisect_left(starts, end)
        return [*runs, (at, len(starts), self.gone[-1])]
