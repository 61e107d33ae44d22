"""Priorities, aims and themes, with number, scope and the outcome that is wanted.

They stand behind the word ("Priority 2: …"), in a list under a heading that names them, after "our priorities are", or in a
table with the areas that hold them; then each area is the scope of one.
"""

import re
from collections.abc import Iterator

from sightline_reader.aims.entries import Priority
from sightline_reader.aims.flattened import flattened
from sightline_reader.aims.lists import in_prose, listed
from sightline_reader.aims.named import named
from sightline_reader.aims.tables import in_tables, table_spans
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.passages import running_text

LEAST_NAMED = 3
"""Where so many priorities stand behind the word, lists that a sentence announces are of something else."""


def find(view: View) -> list[Candidate]:
    """The priorities in the order of the text, each once for each scope."""
    held = table_spans(view)
    flow = [p for p in running_text(view) if p.start not in held]
    behind_the_word = list(named(flow))
    lists = [*listed(flow, announced=len(behind_the_word) < LEAST_NAMED), *flattened(flow)]
    told = [_stems(priority.title) for priority in behind_the_word]
    found = [*in_tables(view), *behind_the_word]
    found += [p for p in lists if not any(_alike(_stems(p.title), words) for words in told)]
    found = found or list(in_prose(flow))
    found.sort(key=lambda priority: priority.start)
    return [_candidate(view, priority) for priority in _once(found)]


def _stems(title: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", title.lower())}


def _alike(one: set[str], two: set[str]) -> bool:
    return 2 * len(one & two) > min(len(one), len(two)) > 0


def _candidate(view: View, priority: Priority) -> Candidate:
    fields: dict[str, object] = {"number": priority.number, "title": priority.title, "scope": priority.scope}
    beside = {name: getattr(priority, name) for name in ("outcome", "pledge", "objectives")}
    fields |= {name: words for name, words in beside.items() if words}
    return view.candidate("priorities", fields, (priority.start, priority.end), priority.confidence)


def _once(found: list[Priority]) -> Iterator[Priority]:
    told: set[tuple[str, str | None]] = set()
    for priority in found:
        key = (re.sub(r"\W+", " ", priority.title.lower()).strip(), priority.scope)
        if key not in told:
            told.add(key)
            yield priority
