"""Action sheets that a converter wrote with strokes between the cells: `3. / Send the paper / Carol`."""

import re
from collections.abc import Iterator

from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.tasks.owners import when_in

LEAST_ROWS = 3
_ROW = re.compile(r"^[ \t]*(?P<number>\d{1,3}(?:\.\d{1,2})?)\.?[ \t]*/[ \t]*(?P<what>\S)", re.MULTILINE)
_OWNER_AT_END = re.compile(r"\s/[ \t]*(?P<who>[A-Z][\w’'.&/ -]{0,60}?)[ \t/]*$")
LONGEST_ROW = 1500


def stroke_actions(view: View) -> Iterator[Candidate]:
    """One action for each counted row of such a sheet."""
    starts = list(_ROW.finditer(view.text))
    if len(starts) < LEAST_ROWS:
        return
    for n, start in enumerate(starts):
        stop = starts[n + 1].start() if n + 1 < len(starts) else _end_of_last(view.text, start.end())
        row = view.text[start.start("what") : min(stop, start.end() + LONGEST_ROW)].rstrip()
        owner = _OWNER_AT_END.search(row)
        if owner is None:
            continue
        span = (start.start("what"), start.start("what") + owner.start())
        what = view.plain(*span)
        fields = {
            "what": what,
            "who": owner["who"],
            "by_when": when_in(what),
            "status": None,
            "number": start["number"],
        }
        yield view.candidate("actions", fields, span, 0.75)


def _end_of_last(text: str, at: int) -> int:
    blank = re.compile(r"\n\s*\n").search(text, at)
    return blank.start() if blank else len(text)
