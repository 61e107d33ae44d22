"""Roles, what each may do, and the viewer that policies ask about. Written to be read by a lay auditor."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Tier(StrEnum):
    BOROUGH = "borough"
    SUB_REGIONAL = "sub_regional"
    REGIONAL = "regional"
    NATIONAL = "national"


TIER_LABELS = {
    Tier.BOROUGH: "One or several boroughs or counties",
    Tier.SUB_REGIONAL: "A tier above boroughs",
    Tier.REGIONAL: "A region",
    Tier.NATIONAL: "National",
}


class Deed(StrEnum):
    """What a person may be allowed to do in one partnership."""

    READ = "read"
    READ_RESTRICTED = "read_restricted"
    KEEP_DIRECTORY = "keep_directory"
    KEEP_BOARDS = "keep_boards"
    RUN_MEETINGS = "run_meetings"
    APPROVE_MINUTES = "approve_minutes"
    KEEP_ACTIONS = "keep_actions"
    UPDATE_OWN_ACTIONS = "update_own_actions"
    CONFIRM_ACTIONS = "confirm_actions"
    KEEP_PRIORITIES = "keep_priorities"
    RAISE_CHALLENGES = "raise_challenges"
    READ_INCIDENTS = "read_incidents"
    KEEP_REVIEWS = "keep_reviews"
    RATIFY_REVIEWS = "ratify_reviews"
    KEEP_LEARNING = "keep_learning"
    ACKNOWLEDGE_LAW = "acknowledge_law"
    SET_REMINDERS = "set_reminders"
    BRING_IN_PAPERS = "bring_in_papers"
    SET_ASIDE_FINDINGS = "set_aside_findings"
    CHOOSE_SHARING = "choose_sharing"
    OVERSEE = "oversee"
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_TRAIL = "read_trail"
    KEEP_SHARED_DIRECTORY = "keep_shared_directory"
    KEEP_REGIONAL = "keep_regional"


DEED_LABELS = {
    Deed.READ: "read the partnership's record",
    Deed.READ_RESTRICTED: "read restricted papers",
    Deed.KEEP_DIRECTORY: "keep people, posts and organisations",
    Deed.KEEP_BOARDS: "keep boards, seats and terms of reference",
    Deed.RUN_MEETINGS: "plan meetings, record attendance, write minutes",
    Deed.APPROVE_MINUTES: "approve and publish minutes",
    Deed.KEEP_ACTIONS: "keep actions and recommendations",
    Deed.UPDATE_OWN_ACTIONS: "say how an action they own is going",
    Deed.CONFIRM_ACTIONS: "confirm that an action someone else reports as done is done",
    Deed.KEEP_PRIORITIES: "keep priorities, objectives, required plans and the six-monthly reviews of them",
    Deed.RAISE_CHALLENGES: "challenge another partner, escalate, and answer a challenge",
    Deed.READ_INCIDENTS: "read serious incidents and reviews that are not published",
    Deed.KEEP_REVIEWS: "keep serious incidents, rapid reviews and practice reviews",
    Deed.RATIFY_REVIEWS: "ratify the decision of a rapid review for their agency",
    Deed.KEEP_LEARNING: "make and issue briefings, keep practice examples and what people said",
    Deed.ACKNOWLEDGE_LAW: "say that a change of law or guidance has been taken in",
    Deed.SET_REMINDERS: "choose when reminders go out, and take links back",
    Deed.BRING_IN_PAPERS: "bring in papers and decide on what they propose",
    Deed.SET_ASIDE_FINDINGS: "set findings aside with a reason",
    Deed.CHOOSE_SHARING: "choose what is shared with the region",
    Deed.OVERSEE: "see what each partnership of the region shares",
    Deed.MANAGE_ACCOUNTS: "invite people, give and end roles",
    Deed.READ_TRAIL: "read who changed what",
    Deed.KEEP_SHARED_DIRECTORY: "keep the areas, public bodies and law that all partnerships use",
    Deed.KEEP_REGIONAL: "keep a region's themes, formats of plans, and recommendations to its partnerships",
}


class Role(StrEnum):
    BUSINESS_MANAGER = "business_manager"
    PARTNERSHIP_TEAM = "partnership_team"
    CHAIR = "chair"
    MEMBER = "member"
    SCRUTINEER = "scrutineer"
    ANALYST = "analyst"
    REGIONAL_OVERSEER = "regional_overseer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class RoleCard:
    """One role as people read it. `deeds` hold in the partnership where the role is given."""

    label: str
    who: str
    deeds: frozenset[Deed]


ROLES: dict[Role, RoleCard] = {
    Role.BUSINESS_MANAGER: RoleCard(
        "Business manager",
        "Runs the partnership's record: boards, meetings, papers, actions and who sees what.",
        frozenset(Deed) - {Deed.OVERSEE, Deed.KEEP_SHARED_DIRECTORY, Deed.KEEP_REGIONAL},
    ),
    Role.PARTNERSHIP_TEAM: RoleCard(
        "Partnership team",
        "Works on the record beside the business manager.",
        frozenset(
            {
                Deed.READ,
                Deed.READ_RESTRICTED,
                Deed.KEEP_DIRECTORY,
                Deed.KEEP_BOARDS,
                Deed.RUN_MEETINGS,
                Deed.KEEP_ACTIONS,
                Deed.UPDATE_OWN_ACTIONS,
                Deed.CONFIRM_ACTIONS,
                Deed.KEEP_PRIORITIES,
                Deed.RAISE_CHALLENGES,
                Deed.READ_INCIDENTS,
                Deed.KEEP_REVIEWS,
                Deed.KEEP_LEARNING,
                Deed.BRING_IN_PAPERS,
                Deed.READ_TRAIL,
            }
        ),
    ),
    Role.CHAIR: RoleCard(
        "Chair or safeguarding partner",
        "Chairs a board or leads for a safeguarding partner: reads everything, approves minutes, sets findings aside.",
        frozenset(
            {
                Deed.READ,
                Deed.READ_RESTRICTED,
                Deed.APPROVE_MINUTES,
                Deed.UPDATE_OWN_ACTIONS,
                Deed.CONFIRM_ACTIONS,
                Deed.RAISE_CHALLENGES,
                Deed.READ_INCIDENTS,
                Deed.RATIFY_REVIEWS,
                Deed.ACKNOWLEDGE_LAW,
                Deed.SET_ASIDE_FINDINGS,
                Deed.READ_TRAIL,
            }
        ),
    ),
    Role.MEMBER: RoleCard(
        "Agency member",
        "Sits on a board for an agency: reads the record, says how their own actions are going.",
        frozenset({Deed.READ, Deed.UPDATE_OWN_ACTIONS, Deed.RAISE_CHALLENGES}),
    ),
    Role.SCRUTINEER: RoleCard(
        "Independent scrutineer",
        "Reads everything of the partnership, at any date, and writes nothing in its record.",
        frozenset({Deed.READ, Deed.READ_RESTRICTED, Deed.READ_INCIDENTS, Deed.READ_TRAIL}),
    ),
    Role.ANALYST: RoleCard(
        "Analyst",
        "Reads the record to compare and report.",
        frozenset({Deed.READ}),
    ),
    Role.REGIONAL_OVERSEER: RoleCard(
        "Regional overseer",
        "Sees the partnerships of a region side by side, only what each of them shares, and keeps what the region sets for all.",
        frozenset({Deed.READ, Deed.OVERSEE, Deed.KEEP_REGIONAL}),
    ),
    Role.ADMINISTRATOR: RoleCard(
        "Administrator",
        "Looks after accounts and the shared directory. Does not read any partnership's record.",
        frozenset({Deed.MANAGE_ACCOUNTS, Deed.KEEP_SHARED_DIRECTORY, Deed.READ_TRAIL}),
    ),
}


class Topic(StrEnum):
    """What a partnership may share with its region, one by one."""

    BOARDS = "boards"
    ATTENDANCE = "attendance"
    FINDINGS = "findings"
    DOCUMENT_FAULTS = "document_faults"
    ACTIONS = "actions"
    RECOMMENDATIONS = "recommendations"
    PRIORITIES = "priorities"
    PLANS = "plans"
    REVIEWS = "reviews"
    LEARNING = "learning"
    LAW = "law"


TOPIC_LABELS = {
    Topic.BOARDS: "Boards, seats and who fills them",
    Topic.ATTENDANCE: "Attendance by agency",
    Topic.FINDINGS: "Findings of the rules",
    Topic.DOCUMENT_FAULTS: "Faults found in documents",
    Topic.ACTIONS: "Actions and how many are overdue",
    Topic.RECOMMENDATIONS: "Recommendations and responses",
    Topic.PRIORITIES: "Priorities, their outcomes and themes",
    Topic.PLANS: "Required plans and how their quality was reviewed",
    Topic.REVIEWS: "Findings and themes of reviews, by reference; never a serious incident",
    Topic.LEARNING: "Briefings, practice examples and what people said",
    Topic.LAW: "Which changes of law and guidance have been taken in",
}


@dataclass(frozen=True, slots=True)
class Held:
    """A role held today. `partnership_id` None means the whole installation (administrators only)."""

    role: Role
    partnership_id: int | None


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person who asks, with the roles in force on `today` and what is shared with the regions they oversee."""

    user_id: int | None
    name: str
    today: date
    held: tuple[Held, ...] = ()
    shared: frozenset[tuple[int, Topic]] = field(default_factory=frozenset)

    def may(self, deed: Deed, partnership_id: int | None) -> bool:
        return any(deed in ROLES[h.role].deeds for h in self.held if h.partnership_id in (None, partnership_id))

    def partnerships(self, deed: Deed = Deed.READ) -> frozenset[int]:
        """Ids of the partnerships in which the viewer may do `deed`."""
        return frozenset(h.partnership_id for h in self.held if h.partnership_id and deed in ROLES[h.role].deeds)

    def shares(self, topic: Topic) -> frozenset[int]:
        """Ids of the partnerships that share `topic` with a region this viewer oversees."""
        return frozenset(pk for pk, shared in self.shared if shared is topic)

    @property
    def is_signed_in(self) -> bool:
        return self.user_id is not None


def nobody(today: date) -> Viewer:
    return Viewer(None, "", today)


def digest_of(secret: str) -> str:
    """What is kept of an invitation's secret: enough to know it again, not to make it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def roles_to_give(tier: Tier) -> tuple[Role, ...]:
    """Roles that can be given in a partnership. Overseeing is done from a region; administering from nowhere in particular."""
    left_out = {Role.ADMINISTRATOR} | (set() if tier in (Tier.REGIONAL, Tier.NATIONAL) else {Role.REGIONAL_OVERSEER})
    return tuple(role for role in Role if role not in left_out)
