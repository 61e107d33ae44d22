"""What a paper lacks or contradicts, in plain words and with the place where it shows.

A fault is raised only where the paper itself says enough to be sure: a false alarm costs more trust than a miss.
"""

from collections import defaultdict
from collections.abc import Iterable

from sightline_reader.checks.missing import nameless_roles, undated, unreadable_pages, without_owner_or_date
from sightline_reader.checks.sums import percentages, totals
from sightline_reader.checks.values import two_values
from sightline_reader.layout import View
from sightline_reader.model import Candidate, Fault


def faults_of(view: View, kind: str, found: Iterable[Candidate]) -> list[Fault]:
    """The faults of a document in the order of its text."""
    by_kind: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_kind[candidate.kind].append(candidate)
    raised = [
        *unreadable_pages(view),
        *undated(view, kind, by_kind),
        *nameless_roles(by_kind["attendance"]),
        *without_owner_or_date(view, by_kind),
        *two_values(view, by_kind["indicators"]),
        *totals(view),
        *percentages(view),
    ]
    return sorted(raised, key=lambda fault: fault.start or 0)
