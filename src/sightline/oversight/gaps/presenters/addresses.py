"""Where a record that another room names can be seen."""

from django.db.models import Model
from django.urls import reverse

from sightline.kernel.references import Reference
from sightline.record.learning.models import TrackStep
from sightline.record.reviews.models import AgencyReturn, Finding, RapidStep

PAGES = {
    "actions.action": "actions:action",
    "challenges.challenge": "challenges:challenge",
    "directory.organisation": "directory:organisation",
    "directory.person": "directory:person",
    "directory.post": "directory:post",
    "evidence.evidence": "evidence:evidence",
    "governance.board": "governance:board",
    "governance.responsibility": "governance:responsibility",
    "law.edition": "law:change",
    "learning.briefing": "learning:briefing",
    "learning.issueto": "learning:sent",
    "learning.practiceexample": "learning:example",
    "learning.track": "learning:track",
    "learning.voiceactivity": "learning:activity",
    "library.document": "library:document",
    "meetings.meeting": "meetings:meeting",
    "meetings.referral": "meetings:referral",
    "plan.objective": "plan:objective",
    "plan.plan": "plan:plan",
    "plan.format": "plan:plans_of",
    "plan.priority": "plan:priority",
    "progress.review": "progress:review",
    "recommendations.recommendation": "recommendations:recommendation",
    "reviews.incident": "reviews:incident",
    "reviews.rapidreview": "reviews:rapid",
    "reviews.review": "reviews:review",
}
OF_A_BOARD = {"governance.terms": "governance:terms", "governance.seat": "governance:board"}
REGISTERS = {"challenges.stages": "challenges:stages", "progress.reviews": "progress:reviews"}
"""What is missing from a register as a whole is named by its partnership."""

WITHIN: dict[str, tuple[type[Model], str, str]] = {
    "learning.trackstep": (TrackStep, "track", "learning:track"),
    "reviews.agencyreturn": (AgencyReturn, "rapid", "reviews:rapid"),
    "reviews.finding": (Finding, "review", "reviews:review"),
    "reviews.rapidstep": (RapidStep, "rapid", "reviews:rapid"),
}
"""Shown on the page of what they are a part of: one query each."""


def address(reference: Reference, slug: str, board_id: int | None = None) -> str:
    """The page of a record in a partnership; for seats and terms a page of their board; "" where it has none."""
    if reference.kind in PAGES:
        return reverse(PAGES[reference.kind], args=[slug, reference.id])
    if reference.kind in OF_A_BOARD and board_id:
        return reverse(OF_A_BOARD[reference.kind], args=[slug, board_id])
    if reference.kind in WITHIN:
        part, whole, page = WITHIN[reference.kind]
        pk = part._default_manager.filter(pk=reference.id).values_list(whole, flat=True).first()
        return reverse(page, args=[slug, pk]) if pk else ""
    if reference.kind in REGISTERS:
        return reverse(REGISTERS[reference.kind], args=[slug])
    return ""
