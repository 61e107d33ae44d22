"""Taking a word back: what it brought into the record leaves it, as far as nothing else stands on it."""

from collections.abc import Callable, Mapping

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import date_document, uncite, unindex
from sightline.foundation.library.domain import DOCUMENT
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain import IN_THE_RECORD, merged
from sightline.oversight.intake.models import Proposal
from sightline.oversight.intake.queries import decided_meeting
from sightline.partnership.governance.commands import remove_membership
from sightline.partnership.governance.models import Membership
from sightline.partnership.plan.commands import remove_objective, remove_priority
from sightline.partnership.plan.models import Objective, Priority
from sightline.record.actions.commands import remove_action
from sightline.record.actions.models import Action
from sightline.record.learning.commands import remove_briefing, remove_example, write_parts
from sightline.record.learning.domain.briefings import PARTS, BriefingKind
from sightline.record.learning.models import Briefing, PracticeExample
from sightline.record.meetings.commands import drop_action, remove_attendance, remove_decision, remove_meeting
from sightline.record.meetings.models import Attendance, Decision, Meeting
from sightline.record.recommendations.commands import remove_recommendation
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.commands import remove_finding, remove_review, take_back_recommendation
from sightline.record.reviews.models import Finding, Review, ReviewRecommendation

from .learning import BRIEFING_KIND, EXAMPLE_KIND, line_of, part_of
from .meetings import ATTENDANCE, DECISION, MEETING, MEMBERSHIP
from .papers import STATEMENT
from .plans import PRIORITY, objectives_in
from .promises import ACTION, AS_IN_PAPER, RECOMMENDATION
from .reviews import FINDING, REVIEW


def give_up(proposal: Proposal, by: User | None) -> None:
    """A record that another accepted proposal stands on too stays, but no longer because of this one."""
    if proposal.kind == "meeting":
        _refuse_if_used(proposal)
    if proposal.record_id is None:
        return
    undo = UNDO.get(proposal.record_kind)
    if undo is not None and (proposal.record_kind in SHARED or not _others_stand_on(proposal)):
        undo(proposal, by)
    if proposal.paper.version is not None:
        subject = Reference(proposal.record_kind, proposal.record_id)
        uncite(subject=subject, version=proposal.paper.version, start=proposal.start, end=proposal.end, by=by)


def _refuse_if_used(proposal: Proposal) -> None:
    hanging = {"meetings.attendance", "meetings.decision", "actions.action"}
    used = proposal.paper.proposals.filter(choice__in=IN_THE_RECORD, record_kind__in=hanging).count()
    if used:
        raise Refused(f"{used} accepted proposals of this paper stand on this meeting. Take those back first.")


def _others_stand_on(proposal: Proposal) -> bool:
    same = Proposal.objects.filter(record_kind=proposal.record_kind, record_id=proposal.record_id)
    return same.filter(choice__in=IN_THE_RECORD).exclude(pk=proposal.pk).exists()


def _attendance(proposal: Proposal, by: User | None) -> None:
    for row in Attendance.objects.filter(pk=proposal.record_id):
        remove_attendance(row=row, by=by)


def _decision(proposal: Proposal, by: User | None) -> None:
    for decision in Decision.objects.filter(pk=proposal.record_id):
        remove_decision(decision=decision, by=by)


def _meeting(proposal: Proposal, by: User | None) -> None:
    for meeting in Meeting.objects.filter(pk=proposal.record_id):
        remove_meeting(meeting=meeting, by=by)


def _action(proposal: Proposal, by: User | None) -> None:
    """An action that was in the record before this paper only loses what this paper's meeting did with it."""
    meeting = Meeting.objects.filter(pk=decided_meeting(proposal.paper)).first()
    for action in Action.objects.filter(pk=proposal.record_id):
        if action.progress.exclude(note=AS_IN_PAPER).exists():
            raise Refused("Someone has noted progress on this action since. Withdraw it with the actions instead.")
        if meeting is not None:
            drop_action(meeting=meeting, action=action, by=by)
        else:
            remove_action(action=action, by=by)


def _priority(proposal: Proposal, by: User | None) -> None:
    for objective in Objective.objects.filter(priority=proposal.record_id, text__in=objectives_in(proposal)):
        remove_objective(objective=objective, by=by)
    for priority in Priority.objects.filter(pk=proposal.record_id):
        remove_priority(priority=priority, by=by)


def _briefing(proposal: Proposal, by: User | None) -> None:
    """Its line goes. A draft in which nobody has written anything else goes with the last one."""
    fields = merged(proposal.fields, proposal.corrected)
    code, line = part_of(str(fields.get("sort") or "")), line_of(str(fields.get("text") or ""))
    for briefing in Briefing.objects.filter(pk=proposal.record_id):
        if briefing.issued_on:
            raise Refused("People have this briefing already. Make a new version of it instead.")
        stands = briefing.parts.filter(code=code).values_list("text", flat=True).first() or ""
        rest = "\n".join(one for one in stands.splitlines() if one != line)
        write_parts(briefing=briefing, texts={code: rest}, by=by)
        if not _others_stand_on(proposal) and _is_bare(briefing):
            remove_briefing(briefing=briefing, by=by)


def _is_bare(briefing: Briefing) -> bool:
    begun = {part.code: part.start for part in PARTS[BriefingKind(briefing.kind)]}
    words = all(part.text.strip() == begun.get(part.code, "").strip() for part in briefing.parts.all())
    return words and not briefing.findings.exists() and not briefing.recommendations.exists()


def _example(proposal: Proposal, by: User | None) -> None:
    for example in PracticeExample.objects.filter(pk=proposal.record_id):
        remove_example(example=example, by=by)


def _finding(proposal: Proposal, by: User | None) -> None:
    for finding in Finding.objects.filter(pk=proposal.record_id):
        remove_finding(finding=finding, by=by)


def _review(proposal: Proposal, by: User | None) -> None:
    for review in Review.objects.filter(pk=proposal.record_id):
        remove_review(review=review, by=by)


def _recommendation(proposal: Proposal, by: User | None) -> None:
    for made in ReviewRecommendation.objects.filter(recommendation=proposal.record_id):
        take_back_recommendation(made=made, by=by)
    for recommendation in Recommendation.objects.filter(pk=proposal.record_id):
        remove_recommendation(recommendation=recommendation, by=by)


def _membership(proposal: Proposal, by: User | None) -> None:
    for membership in Membership.objects.filter(pk=proposal.record_id):
        remove_membership(membership=membership, by=by)


def _document(proposal: Proposal, by: User | None) -> None:
    if proposal.kind == "document_date":
        date_document(document=proposal.paper.version.document, dated_on=None, by=by)


def _statement(proposal: Proposal, by: User | None) -> None:
    unindex(kind=STATEMENT, id=proposal.pk, by=by)


SHARED = frozenset({ACTION, BRIEFING_KIND})
"""Of these each find holds a part of its own, which goes also while others stand on the rest."""
UNDO: Mapping[str, Callable[[Proposal, User | None], None]] = {
    ATTENDANCE: _attendance,
    DECISION: _decision,
    MEETING: _meeting,
    ACTION: _action,
    RECOMMENDATION: _recommendation,
    MEMBERSHIP: _membership,
    PRIORITY: _priority,
    BRIEFING_KIND: _briefing,
    EXAMPLE_KIND: _example,
    FINDING: _finding,
    REVIEW: _review,
    DOCUMENT: _document,
    STATEMENT: _statement,
}
"""People, posts, organisations and terms of reference that an acceptance made stay: others may use them by now."""
