"""Statutory, designated, named and lead roles that a partnership looks for, with what asks for each.

A role that rests on general knowledge says so: it is shown as unverified until someone has read the source.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sightline.partnership.law.domain.terms import BY_KEY, word_on

from . import Sector


class Per(StrEnum):
    """Where one holder is looked for."""

    AREA = "area"
    PARTNERSHIP = "partnership"
    SAFEGUARDING_PARTNER = "safeguarding_partner"


PER_LABELS = {
    Per.AREA: "each local authority area",
    Per.PARTNERSHIP: "the partnership",
    Per.SAFEGUARDING_PARTNER: "each safeguarding partner",
}


@dataclass(frozen=True, slots=True)
class LeadRole:
    code: str
    label: str
    per: Per
    sector: Sector | None
    authority: str
    source: str = ""
    is_verified: bool = False


LGA = "https://www.local.gov.uk/publications/must-know-safeguarding-children"
LEEDS = "http://www.leedsscp.org.uk/the-partnership/annual-report/independent-scrutineer-statement"
DEVON = "https://www.devonscp.org.uk/?p=14322"

LEAD_ROLES: dict[str, LeadRole] = {
    role.code: role
    for role in (
        LeadRole(
            "lead_safeguarding_partner",
            "Lead safeguarding partner",
            Per.SAFEGUARDING_PARTNER,
            None,
            "Working Together 2023: the head of each safeguarding partner",
            LGA,
            True,
        ),
        LeadRole(
            "delegated_safeguarding_partner",
            "Delegated safeguarding partner",
            Per.SAFEGUARDING_PARTNER,
            None,
            "Working Together 2023: named by each lead safeguarding partner",
            LGA,
            True,
        ),
        LeadRole(
            "partnership_chair",
            "Partnership chair",
            Per.PARTNERSHIP,
            None,
            "Working Together 2023: a delegated safeguarding partner as chair",
            DEVON,
            True,
        ),
        LeadRole(
            "independent_scrutineer",
            "Independent scrutineer",
            Per.PARTNERSHIP,
            None,
            "Working Together 2023: independent scrutiny",
            LEEDS,
            True,
        ),
        LeadRole(
            "director_of_childrens_services",
            "Director of children’s services",
            Per.AREA,
            Sector.LOCAL_AUTHORITY,
            "Children Act 2004, section 18",
        ),
        LeadRole(
            "lead_member",
            "Lead member for children’s services",
            Per.AREA,
            Sector.LOCAL_AUTHORITY,
            "Children Act 2004, section 19",
        ),
        LeadRole(
            "designated_officer",
            "Designated officer for allegations (LADO)",
            Per.AREA,
            Sector.LOCAL_AUTHORITY,
            "Working Together: people in positions of trust",
        ),
        LeadRole(
            "principal_social_worker",
            "Principal social worker",
            Per.AREA,
            Sector.LOCAL_AUTHORITY,
            "Working Together: principal child and family social worker",
        ),
        LeadRole(
            "designated_doctor",
            "Designated doctor",
            Per.AREA,
            Sector.HEALTH,
            "Working Together: designated professionals",
        ),
        LeadRole(
            "designated_nurse",
            "Designated nurse",
            Per.AREA,
            Sector.HEALTH,
            "Working Together: designated professionals",
        ),
        LeadRole(
            "named_gp", "Named GP", Per.AREA, Sector.HEALTH, "Working Together: named professionals in primary care"
        ),
    )
}

LEAD_ROLE_LABELS = {code: role.label for code, role in LEAD_ROLES.items()}

_TERMS = {
    "independent_scrutineer": "independent_voice",
    "lead_safeguarding_partner": "partner_head",
    "partnership_chair": "chair",
}
"""Roles that had other words before; by the things that law's words of the time tell of."""


def role_words(code: str, on: date) -> str:
    """A role in the words of a day: who scrutinises today chaired a board before. "" for a code that is not known."""
    if code not in LEAD_ROLES:
        return ""
    if code not in _TERMS:
        return LEAD_ROLES[code].label
    word = word_on(_TERMS[code], on)
    return LEAD_ROLES[code].label if word is BY_KEY[_TERMS[code]].words[-1] else word.words.capitalize()
