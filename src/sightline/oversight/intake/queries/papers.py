from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.oversight.intake.domain import Choice, PaperState
from sightline.oversight.intake.models import Paper, Proposal


def papers_of(viewer: Viewer, partnership: Partnership) -> QuerySet[Paper]:
    """The tray of a partnership, without what was set aside."""
    if not viewer.may(Deed.BRING_IN_PAPERS, partnership.pk):
        return Paper.objects.none()
    papers = Paper.objects.filter(partnership=partnership).exclude(state=PaperState.SET_ASIDE)
    return papers.select_related("version__document", "near_to__document", "same_as", "brought_by")


def paper_of(viewer: Viewer, partnership: Partnership, pk: int) -> Paper | None:
    if not viewer.may(Deed.BRING_IN_PAPERS, partnership.pk):
        return None
    papers = Paper.objects.filter(partnership=partnership)
    return papers.select_related("partnership", "version__document", "near_to__document").filter(pk=pk).first()


def next_paper(viewer: Viewer, partnership: Partnership, after: Paper) -> Paper | None:
    """Another paper of the tray with something to decide."""
    waiting = Proposal.objects.filter(paper=OuterRef("pk"), choice=Choice.PENDING)
    papers = papers_of(viewer, partnership).filter(Exists(waiting), state=PaperState.READ)
    return papers.exclude(pk=after.pk).order_by("brought_at", "pk").first()


@dataclass(frozen=True, slots=True)
class Standing:
    """How far people are with a paper's proposals: how many of each kind, and by choice."""

    kinds: tuple[tuple[str, int], ...] = ()
    pending: int = 0
    taken: int = 0
    refused: int = 0

    @property
    def total(self) -> int:
        return self.pending + self.taken + self.refused


def standings(papers: Iterable[Paper]) -> dict[int, Standing]:
    """For a whole tray in one query."""
    proposals = Proposal.objects.filter(paper__in=[p.pk for p in papers]).exclude(choice=Choice.SUPERSEDED)
    counted: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for paper, kind, choice, number in (
        proposals.values_list("paper", "kind", "choice").annotate(n=Count("id")).order_by()
    ):
        counted[paper].append((kind, choice, number))
    return {paper: _standing(rows) for paper, rows in counted.items()}


def _standing(rows: list[tuple[str, str, int]]) -> Standing:
    kinds: dict[str, int] = defaultdict(int)
    choices: dict[str, int] = defaultdict(int)
    for kind, choice, number in rows:
        kinds[kind] += number
        choices[choice] += number
    taken = choices[Choice.ACCEPTED] + choices[Choice.CORRECTED]
    ordered = tuple(sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])))
    return Standing(ordered, choices[Choice.PENDING], taken, choices[Choice.REFUSED])
