from sightline.oversight.intake.domain import IN_THE_RECORD, Choice
from sightline.oversight.intake.models import Paper, Proposal
from sightline.record.reviews.models import Finding


def proposals_of(paper: Paper) -> list[Proposal]:
    """In the order of the paper, the meeting first: what else it says hangs on which meeting it was."""
    proposals = paper.proposals.exclude(choice=Choice.SUPERSEDED).select_related("chosen_by")
    return sorted(proposals, key=lambda p: (p.kind != "meeting", p.start, p.pk))


def words_on(paper: Paper) -> list[tuple[str, str]]:
    """Kind and choice of each proposal, in the order of the paper, without the proposals themselves."""
    rows = paper.proposals.exclude(choice=Choice.SUPERSEDED).values_list("kind", "choice", "start", "pk")
    return [(kind, choice) for kind, choice, *_ in sorted(rows, key=lambda row: (row[0] != "meeting", row[2], row[3]))]


def proposal_of(paper: Paper, pk: int) -> Proposal | None:
    return paper.proposals.exclude(choice=Choice.SUPERSEDED).select_related("chosen_by", "paper").filter(pk=pk).first()


def decided_meeting(paper: Paper) -> int | None:
    """The id of the meeting that this paper is the record of, once a person has said so."""
    said = paper.proposals.filter(kind="meeting", choice__in=IN_THE_RECORD, record_id__isnull=False)
    return said.order_by("start", "pk").values_list("record_id", flat=True).first()


def next_pending(paper: Paper, after: Proposal) -> Proposal | None:
    """The next undecided one in the order of the page, else the first that was passed over."""
    waiting = [p for p in proposals_of(paper) if p.choice == Choice.PENDING]
    place = (after.kind != "meeting", after.start, after.pk)
    following = (p for p in waiting if (p.kind != "meeting", p.start, p.pk) > place)
    return next(following, waiting[0] if waiting else None)


def reviews_said(paper: Paper) -> list[int]:
    """Reviews that what was accepted of a paper is, or belongs to."""
    accepted = dict(
        paper.proposals.filter(choice__in=IN_THE_RECORD, record_kind__in=("reviews.review", "reviews.finding"))
        .order_by("-chosen_at")
        .values_list("record_id", "record_kind")
    )
    of_findings = [pk for pk, kind in accepted.items() if kind == "reviews.finding"]
    found = [pk for pk, kind in accepted.items() if kind == "reviews.review"]
    found += Finding.objects.filter(pk__in=of_findings).values_list("review_id", flat=True)
    return list(dict.fromkeys(found))
