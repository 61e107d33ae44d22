"""A first look at a text, before patterns that are slow to try at every character. It lets through too much, never too little."""


def holds_any(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of these stems, written small, stands in the text in any case."""
    small = text.lower()
    for stem in stems:  # noqa: SIM110 - `any` over a generator takes half as long again, and this runs on every sentence
        if stem in small:
            return True
    return False


def holds_as_written(text: str, stems: tuple[str, ...]) -> bool:
    """Whether one of these stems stands in the text as it is written."""
    for stem in stems:  # noqa: SIM110 - as above
        if stem in text:
            return True
    return False


def places_of(text: str, stem: str) -> list[int]:
    """Where a stem, written small, begins in the text in any case."""
    small = text.lower()
    if len(small) != len(text):  # a few letters grow when made small
        return list(range(len(text)))
    places, at = [], small.find(stem)
    while at >= 0:
        places.append(at)
        at = small.find(stem, at + 1)
    return places


def lines_with(text: str, stems: tuple[str, ...]) -> list[tuple[int, int]]:
    """The lines (without their ends) that hold one of these stems, each once, in order."""
    found: set[tuple[int, int]] = set()
    for at in (at for stem in stems for at in places_of(text, stem)):
        end = text.find("\n", at)
        found.add((text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end))
    return sorted(found)
