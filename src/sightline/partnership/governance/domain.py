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
