"""What kinds of work make recommendations. A kind that is written otherwise is kept as it is written; blank is not known."""

import re
from enum import StrEnum


class SourceKind(StrEnum):
    PRACTICE_REVIEW = "practice_review"
    RAPID_REVIEW = "rapid_review"
    SCRUTINY = "scrutiny"
    CASE_AUDIT = "case_audit"
    INSPECTION = "inspection"
    JOINT_INSPECTION = "joint_inspection"
    NATIONAL_REVIEW = "national_review"
    CHILD_DEATH_PANEL = "child_death_panel"
    SELF_ASSESSMENT = "self_assessment"
    SERIOUS_CASE_REVIEW = "serious_case_review"
    PEER_REVIEW = "peer_review"
    OTHER = "other"


SOURCE_LABELS = {
    SourceKind.PRACTICE_REVIEW: "Local child safeguarding practice review",
    SourceKind.RAPID_REVIEW: "Rapid review",
    SourceKind.SCRUTINY: "Independent scrutiny",
    SourceKind.CASE_AUDIT: "Multi-agency case audit",
    SourceKind.INSPECTION: "Inspection of one agency",
    SourceKind.JOINT_INSPECTION: "Joint targeted area inspection",
    SourceKind.NATIONAL_REVIEW: "National review",
    SourceKind.CHILD_DEATH_PANEL: "Child death overview panel",
    SourceKind.SELF_ASSESSMENT: "Self-assessment (section 11)",
    SourceKind.SERIOUS_CASE_REVIEW: "Serious case review (before 2019)",
    SourceKind.PEER_REVIEW: "Peer review",
    SourceKind.OTHER: "Other",
}
# The first that matches; what names several kinds ("joint inspection") stands before what names one.
_WORDS = (
    (SourceKind.SERIOUS_CASE_REVIEW, r"serious case review|\bscr\b"),
    (SourceKind.RAPID_REVIEW, r"rapid review"),
    (SourceKind.NATIONAL_REVIEW, r"national (?:child safeguarding practice )?review|national panel"),
    (SourceKind.PRACTICE_REVIEW, r"practice review|\blcspr\b"),
    (SourceKind.JOINT_INSPECTION, r"joint (?:targeted )?(?:area )?inspection|\bjtai\b"),
    (SourceKind.INSPECTION, r"inspection|\bilacs\b|\bofsted\b|\bhmicfrs\b|\bcqc\b"),
    (SourceKind.CHILD_DEATH_PANEL, r"child death|\bcdop\b"),
    (SourceKind.SELF_ASSESSMENT, r"self.assessment|section (?:11|175|157)\b|\bs\.? ?11\b"),
    (SourceKind.PEER_REVIEW, r"peer (?:review|challenge)"),
    (SourceKind.CASE_AUDIT, r"\baudit"),
    (SourceKind.SCRUTINY, r"scrutin"),
)


def source_kind_of(*texts: str) -> SourceKind | None:
    """The kind that a code or a title names, the first text that names one; None where none does."""
    for text in texts:
        words = text.replace("_", " ").casefold()
        if text in set(SourceKind):
            return SourceKind(text)
        for kind, pattern in _WORDS:
            if re.search(pattern, words):
                return kind
    return None


def source_label(kind: str) -> str:
    """What a page calls the kind: the sector's word, else the words that were written; blank stays blank."""
    if kind in set(SourceKind):
        return SOURCE_LABELS[SourceKind(kind)]
    return kind.replace("_", " ").strip().capitalize()
