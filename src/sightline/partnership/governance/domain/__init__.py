"""Words of governance."""

from enum import StrEnum


class BoardKind(StrEnum):
    EXECUTIVE = "executive"
    BOARD = "board"
    SUBGROUP = "subgroup"
    PANEL = "panel"
    NETWORK = "network"
    TASK_GROUP = "task_group"
    EXTERNAL = "external"


BOARD_KIND_LABELS = {
    BoardKind.EXECUTIVE: "Executive",
    BoardKind.BOARD: "Board",
    BoardKind.SUBGROUP: "Subgroup",
    BoardKind.PANEL: "Panel",
    BoardKind.NETWORK: "Network",
    BoardKind.TASK_GROUP: "Task and finish group",
    BoardKind.EXTERNAL: "Another partnership's or statutory board",
}


class LineKind(StrEnum):
    ACCOUNTABLE_TO = "accountable_to"
    REPORTS_TO = "reports_to"
    LINKED_WITH = "linked_with"


class Capacity(StrEnum):
    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    ADVISER = "adviser"
    OBSERVER = "observer"
    SECRETARIAT = "secretariat"


CAPACITY_LABELS = {
    Capacity.CHAIR: "Chair",
    Capacity.CO_CHAIR: "Co-chair",
    Capacity.VICE_CHAIR: "Vice chair",
    Capacity.MEMBER: "Member",
    Capacity.ADVISER: "Adviser",
    Capacity.OBSERVER: "Observer",
    Capacity.SECRETARIAT: "Secretariat",
}


class Chairing(StrEnum):
    SINGLE = "single"
    CO_CHAIRS = "co_chairs"
    ROTATING = "rotating"


class MembershipKind(StrEnum):
    MEMBER = "member"
    DEPUTY = "deputy"


class TermsState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"


class Part(StrEnum):
    """What a body does for a responsibility."""

    LEADS = "leads"
    CONTRIBUTES = "contributes"
    OVERSEES = "oversees"


LINE_LABELS = {
    LineKind.ACCOUNTABLE_TO: "Accountable to",
    LineKind.REPORTS_TO: "Reports to",
    LineKind.LINKED_WITH: "Linked with",
}

CHAIRING_LABELS = {
    Chairing.SINGLE: "One chair",
    Chairing.CO_CHAIRS: "Co-chairs",
    Chairing.ROTATING: "Rotating chair",
}

TERMS_STATE_LABELS = {TermsState.DRAFT: "Draft", TermsState.APPROVED: "Approved"}

PART_LABELS = {Part.LEADS: "Leads", Part.CONTRIBUTES: "Contributes", Part.OVERSEES: "Oversees"}

CHAIRING_CAPACITIES = frozenset({Capacity.CHAIR, Capacity.CO_CHAIR, Capacity.VICE_CHAIR})
# Those who attend without deciding: their empty seat is not a vacancy at the table and never counts to a quorum.
NOT_DECIDING = frozenset({Capacity.ADVISER, Capacity.OBSERVER, Capacity.SECRETARIAT})


class PartnershipSuccession(StrEnum):
    SUCCEEDED_BY = "succeeded_by"
    MERGED_INTO = "merged_into"
    SPLIT_INTO = "split_into"


SUCCESSION_LABELS = {
    PartnershipSuccession.SUCCEEDED_BY: "Succeeded by",
    PartnershipSuccession.MERGED_INTO: "Merged into",
    PartnershipSuccession.SPLIT_INTO: "Split into",
}
