"""One recommendation to many partnerships: its words are held once, by the region that makes it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from ..models import Issued, Recommendation
from .recording import index_issued, record_recommendation


@deed
def issue_recommendation(
    *, region: Partnership, to: Iterable[Partnership], on: date, by: User | None, **words: Any
) -> Recommendation:
    """Records a recommendation of a region and issues it to partnerships. `words` are those of `record_recommendation`."""
    recommendation = record_recommendation(partnership=region, by=by, **words)
    chosen = list(to)
    if not chosen:
        raise Refused("Choose the partnerships to which it is made.", "to")
    for partnership in chosen:
        issue(recommendation=recommendation, partnership=partnership, on=on, by=by)
    return recommendation


@deed
def issue(*, recommendation: Recommendation, partnership: Partnership, on: date, by: User | None) -> Issued:
    """Puts it into the register of one more partnership, or back into one from which it was withdrawn."""
    if partnership.overseen_by_id != recommendation.partnership_id:
        raise Refused(f"{partnership} is not overseen by {recommendation.partnership}.", "to")
    if recommendation.made_on and on < recommendation.made_on:
        raise Refused(
            f"The recommendation was made on {recommendation.made_on:%-d %B %Y}; give that day or a later one.", "on"
        )
    issued = recommendation.issued.filter(partnership=partnership).first()
    if issued is None:
        issued = kept(Issued(recommendation=recommendation, partnership=partnership, on=on))
        index_issued(issued)
    elif issued.withdrawn_on is not None:
        issued.withdrawn_on, issued.withdrawn_because = None, ""
        kept(issued)
        index_issued(issued)
    return issued


@deed
def take_back(*, issued: Issued, on: date, because: str, by: User | None) -> Issued:
    """Withdraws it from one partnership. What was answered until then stays on record."""
    refuse_child_details(because=because)
    if not because.strip():
        raise Refused("Say why it is withdrawn.", "because")
    if issued.withdrawn_on is not None:
        raise Refused(f"It was withdrawn on {issued.withdrawn_on:%-d %B %Y} already.")
    if on < issued.on:
        raise Refused(f"It was issued on {issued.on:%-d %B %Y}; it cannot be withdrawn before.", "on")
    issued.withdrawn_on, issued.withdrawn_because = on, because.strip()
    kept(issued)
    index_issued(issued)
    return issued


@deed
def share_answers(*, recommendation: Recommendation, are_shared: bool, by: User | None) -> Recommendation:
    """Lets each partnership to which it is issued see what the others answered, or no longer."""
    recommendation.are_answers_shared = are_shared
    return kept(recommendation)
