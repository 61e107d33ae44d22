"""Words of the directory."""

from datetime import date
from enum import StrEnum

from sightline.partnership.law.domain.terms import PARTNERS_FROM, word_for


class AreaKind(StrEnum):
    LOCAL_AUTHORITY = "local_authority"
    POLICE_FORCE = "police_force"
    POLICE_COMMAND = "police_command"
    HEALTH_BOARD = "health_board"
    REGION = "region"


class Sector(StrEnum):
    LOCAL_AUTHORITY = "local_authority"
    HEALTH = "health"
    POLICE = "police"
    EDUCATION = "education"
    PROBATION = "probation"
    YOUTH_JUSTICE = "youth_justice"
    COURTS = "courts"
    FIRE = "fire"
    HOUSING = "housing"
    VOLUNTARY = "voluntary"
    FAITH = "faith"
    SPORT = "sport"
    GOVERNMENT = "government"
    OTHER = "other"


SECTOR_LABELS = {
    Sector.LOCAL_AUTHORITY: "Local authority",
    Sector.HEALTH: "Health",
    Sector.POLICE: "Police",
    Sector.EDUCATION: "Education and childcare",
    Sector.PROBATION: "Probation",
    Sector.YOUTH_JUSTICE: "Youth justice",
    Sector.COURTS: "Family courts",
    Sector.FIRE: "Fire and rescue",
    Sector.HOUSING: "Housing",
    Sector.VOLUNTARY: "Voluntary and community",
    Sector.FAITH: "Faith",
    Sector.SPORT: "Sport and leisure",
    Sector.GOVERNMENT: "Central government",
    Sector.OTHER: "Other",
}


class Standing(StrEnum):
    """What the law calls a body in a partnership's arrangements, by edition."""

    SAFEGUARDING_PARTNER = "safeguarding_partner"
    RELEVANT_AGENCY = "relevant_agency"
    NAMED_ORGANISATION = "named_organisation"
    SECTION_11_BODY = "section_11_body"


STANDING_LABELS = {
    Standing.SAFEGUARDING_PARTNER: "Safeguarding partner",
    Standing.RELEVANT_AGENCY: "Relevant agency",
    Standing.NAMED_ORGANISATION: "Named organisation",
    Standing.SECTION_11_BODY: "Section 11 body",
}


def standing_words(standing: str, sector: str, on: date) -> str:
    """A standing in the words of a day: before there were safeguarding partners it was the partner of a board; the health
    body is named by its kind of that time."""
    if standing != Standing.SAFEGUARDING_PARTNER:
        return STANDING_LABELS[Standing(standing)]
    label = "Board partner" if on < PARTNERS_FROM else STANDING_LABELS[Standing.SAFEGUARDING_PARTNER]
    return f"{label} ({word_for('health_commissioner', on)})" if sector == Sector.HEALTH else label


class HoldingKind(StrEnum):
    SUBSTANTIVE = "substantive"
    ACTING = "acting"
    INTERIM = "interim"
    COVER = "cover"


class SuccessionKind(StrEnum):
    SUCCEEDED_BY = "succeeded_by"
    MERGED_INTO = "merged_into"
    SPLIT_INTO = "split_into"


AREA_KIND_LABELS = {
    AreaKind.LOCAL_AUTHORITY: "Local authority",
    AreaKind.POLICE_FORCE: "Police force",
    AreaKind.POLICE_COMMAND: "Police command",
    AreaKind.HEALTH_BOARD: "Health board",
    AreaKind.REGION: "Region",
}

HOLDING_LABELS = {
    HoldingKind.SUBSTANTIVE: "Substantive",
    HoldingKind.ACTING: "Acting",
    HoldingKind.INTERIM: "Interim",
    HoldingKind.COVER: "Covering",
}

SUCCESSION_LABELS = {
    SuccessionKind.SUCCEEDED_BY: "Succeeded by",
    SuccessionKind.MERGED_INTO: "Merged into",
    SuccessionKind.SPLIT_INTO: "Split into",
}

SCHEME_LABELS = {
    "gss": "Office for National Statistics code (GSS)",
    "dfe": "Department for Education number",
    "ods": "NHS organisation code (ODS)",
    "urn": "School or college number (URN)",
    "charity": "Charity number",
    "company": "Company number",
}
