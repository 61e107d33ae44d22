"""Facts of the arrangements as a whole: partners without a seat, roles, responsibilities."""

from collections import defaultdict
from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import Standing
from sightline.partnership.directory.models import Holding, Post, StandingInPartnership
from sightline.partnership.directory.queries import running_on
from sightline.partnership.governance.domain import BoardKind, Part
from sightline.partnership.governance.models import Responsibility, ResponsibilityHeld, Seat

from ..domain.facts import PartnershipFacts, ResponsibilityFacts, RoleFacts


def nothing(partnership: Partnership) -> PartnershipFacts:
    return PartnershipFacts(partnership.pk, partnership.name)


def partnership_facts(partnership: Partnership, on: date) -> PartnershipFacts:
    return PartnershipFacts(
        partnership.pk,
        partnership.name,
        _unseated_partners(partnership, on),
        _roles(partnership, on),
        _responsibilities(partnership, on),
    )


def _unseated_partners(partnership: Partnership, on: date) -> tuple[tuple[int, str], ...]:
    """Safeguarding partners without a seat of their own, of a service of theirs, or held on their behalf. Nothing is said
    of a partnership that has no seats in the record at all.
    """
    seats = Seat.objects.filter(running_on(on), board__partnership=partnership).exclude(board__kind=BoardKind.EXTERNAL)
    rows = list(seats.values_list("organisation_id", "organisation__parent_id", "on_behalf_of"))
    if not rows:
        return ()
    seated = {pk for organisation, parent, _ in rows for pk in (organisation, parent)}
    spoken_for = " ".join(words for _, _, words in rows).casefold()
    standings = StandingInPartnership.objects.filter(
        running_on(on), partnership=partnership, standing=Standing.SAFEGUARDING_PARTNER
    ).select_related("organisation")
    partners = [s.organisation for s in standings]
    return tuple((o.pk, o.name) for o in partners if o.pk not in seated and o.name.casefold() not in spoken_for)


def _roles(partnership: Partnership, on: date) -> tuple[RoleFacts, ...]:
    posts = (
        Post.objects.filter(running_on(on), partnership=partnership)
        .exclude(role="")
        .select_related("area", "organisation")
    )
    holders: dict[int, list[Holding]] = defaultdict(list)
    for holding in Holding.objects.filter(post__in=posts).select_related("person"):
        holders[holding.post_id].append(holding)
    return tuple(_role(post, holders[post.pk], on) for post in posts)


def _role(post: Post, holdings: list[Holding], on: date) -> RoleFacts:
    running = [h for h in holdings if (h.started_on or date.min) <= on and (h.ended_on is None or h.ended_on > on)]
    ended = [h.ended_on for h in holdings if h.ended_on and h.ended_on <= on]
    return RoleFacts(
        post.pk,
        post.title,
        str(post.area or post.organisation),
        holder=", ".join(str(h.person) for h in running),
        vacant_since=None if running else max(ended, default=post.started_on),
    )


def _responsibilities(partnership: Partnership, on: date) -> tuple[ResponsibilityFacts, ...]:
    held: dict[int, list[ResponsibilityHeld]] = defaultdict(list)
    rows = ResponsibilityHeld.objects.filter(running_on(on), partnership=partnership)
    for row in rows.select_related("organisation", "board", "post"):
        held[row.responsibility_id].append(row)
    own = Responsibility.objects.filter(partnership=partnership) | Responsibility.objects.filter(pk__in=list(held))
    return tuple(
        ResponsibilityFacts(
            r.pk,
            r.title,
            tuple(str(h.organisation or h.board or h.post) for h in held[r.pk] if h.part == Part.LEADS),
            tuple(str(h.organisation or h.board or h.post) for h in held[r.pk] if h.part == Part.CONTRIBUTES),
        )
        for r in own.distinct()
    )
