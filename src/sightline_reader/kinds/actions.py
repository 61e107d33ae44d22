"""Actions: what is to be done, by whom and by when."""

from sightline_reader.kinds.meeting import is_of_a_meeting
from sightline_reader.layout import Spans, View
from sightline_reader.model import Candidate
from sightline_reader.tasks.logs import actions_in_tables, columns_of
from sightline_reader.tasks.margin import margin_actions
from sightline_reader.tasks.markers import marked_actions
from sightline_reader.tasks.plans import planned_actions
from sightline_reader.tasks.prose import undertakings
from sightline_reader.tasks.stacked import stacked_actions
from sightline_reader.tasks.strokes import stroke_actions


def find(view: View) -> list[Candidate]:
    """Actions of tables, behind markers and in margins, and in minutes those that a sentence promises; each once."""
    found: list[Candidate] = []
    heads = Spans((t.rows[0][0].start - 2, t.rows[0][-1].end) for t in view.tables if columns_of(t.rows[0]))
    for candidate in (
        *actions_in_tables(view), *stacked_actions(view), *stroke_actions(view),
        *marked_actions(view), *margin_actions(view), *planned_actions(view),
    ):  # fmt: skip
        if not any(_same(candidate, other) for other in found) and candidate.start not in heads:
            found.append(candidate)
    if is_of_a_meeting(view):
        found += undertakings(view, found)
    return sorted(found, key=lambda candidate: candidate.start)


def _same(one: Candidate, other: Candidate) -> bool:
    if one.end <= other.start or other.end <= one.start:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0.5 * min(one.end - one.start, other.end - other.start)
