"""Words of findings, and the facts that rules judge."""

from enum import StrEnum


class Severity(StrEnum):
    """By consequence: a statutory duty, the arrangements' own rules, or good record keeping."""

    DUTY = "duty"
    OWN_RULES = "own_rules"
    RECORD = "record"


SEVERITY_LABELS = {
    Severity.DUTY: "A duty may not be met",
    Severity.OWN_RULES: "The partnership's own rules are not met",
    Severity.RECORD: "The record is incomplete",
}
