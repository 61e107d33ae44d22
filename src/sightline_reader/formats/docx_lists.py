"""The numbers that Word prints before list entries and does not store as text."""

from dataclasses import dataclass

from sightline_reader.formats.docx_runs import W

BULLET = "•"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    form: str
    text: str
    start: int


class Numbering:
    def __init__(self, root, styles) -> None:
        self.lists = _lists(root) if root is not None else {}
        self.by_style = _numbered_styles(styles) if styles is not None else {}
        self.counts: dict[str, dict[int, int]] = {}

    def next_for(self, paragraph) -> str:
        """'2.1', 'a)', a bullet, or nothing where the paragraph is in no list. Counts on."""
        number, depth = self._place(paragraph)
        levels = self.lists.get(number)
        if not levels or depth not in levels:
            return ""
        key, level = levels[depth]
        if level.form == "bullet":
            return BULLET
        counts = self.counts.setdefault(key, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _printed(level.text, {d: (_form(levels, d), counts.get(d, _start(levels, d))) for d in range(depth + 1)})

    def _place(self, paragraph) -> tuple[str | None, int]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number, depth = self.by_style.get(style.get(W + "val") if style is not None else None, (None, 0))
        if own is not None:
            number = _attribute(own, "numId") or number
            depth = int(_attribute(own, "ilvl") or depth)
        return number, depth


def _lists(root) -> dict[str, dict[int, tuple[str, Level]]]:
    """List number → depth → the abstract list that counts it, and how it is printed."""
    abstract = {}
    for part in root.iterfind(W + "abstractNum"):
        key = part.get(W + "abstractNumId")
        abstract[key] = {int(lvl.get(W + "ilvl")): (key, _level(lvl)) for lvl in part.iterfind(W + "lvl")}
    lists = {}
    for part in root.iterfind(W + "num"):
        number, key = part.get(W + "numId"), _attribute(part, "abstractNumId")
        restarts = part.find(f"{W}lvlOverride/{W}startOverride") is not None
        levels = abstract.get(key, {})
        lists[number] = {d: (f"{key}/{number}", lvl) for d, (_, lvl) in levels.items()} if restarts else levels
    return lists


def _level(element) -> Level:
    return Level(
        _attribute(element, "numFmt") or "decimal",
        _attribute(element, "lvlText") or "",
        int(_attribute(element, "start") or 1),
    )


def _numbered_styles(styles) -> dict[str | None, tuple[str | None, int]]:
    found = {}
    for style in styles.iterfind(W + "style"):
        number = style.find(f"{W}pPr/{W}numPr")
        if number is not None:
            found[style.get(W + "styleId")] = (_attribute(number, "numId"), int(_attribute(number, "ilvl") or 0))
    return found


def _attribute(element, tag: str) -> str | None:
    found = element.find(W + tag)
    return found.get(W + "val") if found is not None else None


def _form(levels, depth: int) -> str:
    return levels[depth][1].form if depth in levels else "decimal"


def _start(levels, depth: int) -> int:
    return levels[depth][1].start if depth in levels else 1


def _printed(pattern: str, counts: dict[int, tuple[str, int]]) -> str:
    for depth, (form, count) in counts.items():
        pattern = pattern.replace(f"%{depth + 1}", _figure(form, count))
    return pattern.strip()


def _figure(form: str, count: int) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return f"{count:02d}" if form == "decimalZero" else "" if form == "none" else str(count)


def _roman(count: int) -> str:
    figures = ""
    for value, letters in ROMAN:
        while count >= value:
            figures, count = figures + letters, count - value
    return figures
