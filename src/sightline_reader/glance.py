"""A first look at a text, before patterns that are slow to try at every character. It lets through too much, never too little."""


def holds_any(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of these stems, written small, stands in the text in any case."""
    small = text.lower()
    return any(stem in small for stem in stems)


def lines_with(text: str, stems: tuple[str, ...]) -> list[tuple[int, int]]:
    """The lines (without their ends) that hold one of these stems, each once, in order."""
    small = text.lower()
    if len(small) != len(text):  # a few letters grow when made small
        return [(0, len(text))]
    found: set[tuple[int, int]] = set()
    for stem in stems:
        at = small.find(stem)
        while at >= 0:
            end = small.find("\n", at)
            end = len(text) if end < 0 else end
            found.add((small.rfind("\n", 0, at) + 1, end))
            at = small.find(stem, end)
    return sorted(found)
