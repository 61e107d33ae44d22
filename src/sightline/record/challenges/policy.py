"""May this viewer do this to a challenge? Answers carry the reason that the page shows."""

from dataclasses import dataclass

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .models import Challenge


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a person may speak for on a day: the agencies of their posts and seats, and the boards they sit on."""

    organisations: frozenset[int] = frozenset()
    boards: frozenset[int] = frozenset()


def may_keep_log(viewer: Viewer, partnership_id: int) -> Verdict:
    """The team keeps the log: settles, closes, opens again and corrects, for any agency."""
    if viewer.may(Deed.KEEP_ACTIONS, partnership_id) and viewer.may(Deed.RAISE_CHALLENGES, partnership_id):
        return YES
    return no("Only the partnership’s team keeps the log of challenges. Ask the business manager.")


def raising_agency(challenge: Challenge) -> int | None:
    return challenge.by_organisation_id or (challenge.by_post.organisation_id if challenge.by_post else None)


def may_answer(viewer: Viewer, challenge: Challenge, voice: Voice) -> Verdict:
    if may_keep_log(viewer, challenge.partnership_id):
        return YES
    challenged = challenge.to_organisation_id in voice.organisations or challenge.to_board_id in voice.boards
    if viewer.may(Deed.RAISE_CHALLENGES, challenge.partnership_id) and challenged:
        return YES
    return no("Whoever is challenged answers: someone with a post or seat there, or the partnership’s team.")


def may_escalate(viewer: Viewer, challenge: Challenge, voice: Voice) -> Verdict:
    if may_keep_log(viewer, challenge.partnership_id):
        return YES
    if viewer.may(Deed.RAISE_CHALLENGES, challenge.partnership_id) and raising_agency(challenge) in voice.organisations:
        return YES
    return no("The agency that raised the challenge moves it up a stage, or the partnership’s team.")
