"""Rules about documents, and about the arrangements as a whole."""

from datetime import date

from sightline.oversight.gaps.domain.facts import (
    DocumentFacts,
    Facts,
    FaultFacts,
    LawCited,
    PartnershipFacts,
    ResponsibilityFacts,
    RoleFacts,
)

from . import Cases, days_ago, facts

OLD = LawCited("Working Together 2018", date(2023, 12, 15), "Working Together 2023")


def document(*faults: tuple[str, str], **parts) -> Facts:
    usual = {"id": 31, "title": "Threshold document", "kind": "policy", "dated_on": date(2024, 1, 1)}
    return facts(documents=(DocumentFacts(**usual | {"faults": tuple(FaultFacts(*f) for f in faults)} | parts),))


def partnership(**parts) -> Facts:
    return facts(partnership=PartnershipFacts(1, "Ashvale Safeguarding Children Partnership", **parts))


def _of_fault(code: str, words: str) -> Cases:
    return Cases(finds=document((code, words)), says=words, silent=document(("another", words)), unsure=document())


CASES = {
    "document_undated": Cases(
        finds=document(dated_on=None),
        says="has no date",
        silent=document(),
        unsure=document(dated_on=None, dated_as_written="Autumn 2021"),
    ),
    "document_past_review": Cases(
        finds=document(review_on=days_ago(1)),
        says="was to be reviewed by 19 November 2026",
        silent=document(review_on=days_ago(1), is_current=False),
        unsure=document(review_on=None),
    ),
    "document_relies_on_superseded_law": Cases(
        finds=document(law=(OLD,)),
        says="Working Together 2018 (now Working Together 2023)",
        silent=document(law=(LawCited("Working Together 2026"),)),
        unsure=document(law=(OLD,), kind="minutes"),
    ),
    "document_gives_two_values_for_one_figure": _of_fault("two_values", "412 on page 1 and 421 on page 2"),
    "document_total_does_not_add_up": _of_fault("total_mismatch", "the lines add up to 182,500"),
    "document_percentage_not_borne_out": _of_fault("percentage_mismatch", "printed as 75%, the marks give 50%"),
    "document_not_readable_in_part": _of_fault("no_text", "page 2 has no text"),
    "minutes_do_not_say_who_people_are": _of_fault("attendees_without_role", "5 of 8 people have no organisation"),
    "safeguarding_partner_without_seat": Cases(
        finds=partnership(unseated_partners=((1, "Ashvale Police"),)),
        says="Ashvale Police is a safeguarding partner",
        silent=partnership(),
        unsure=facts(),
    ),
    "lead_role_vacant": Cases(
        finds=partnership(roles=(RoleFacts(41, "designated doctor", "Ashvale", vacant_since=date(2026, 5, 1)),)),
        says="Nobody is designated doctor for Ashvale since 1 May 2026",
        silent=partnership(roles=(RoleFacts(41, "designated doctor", "Ashvale", holder="Dr Osric Vane"),)),
        unsure=partnership(roles=()),
    ),
    "responsibility_led_by_nobody": Cases(
        finds=partnership(responsibilities=(ResponsibilityFacts(51, "transitions", contributes=("Ashvale Trust",)),)),
        says="Nobody leads on transitions. Ashvale Trust contribute.",
        silent=partnership(responsibilities=(ResponsibilityFacts(51, "transitions", leads=("The Board",)),)),
        unsure=partnership(),
    ),
    "responsibility_led_by_two": Cases(
        finds=partnership(
            responsibilities=(ResponsibilityFacts(51, "missing children", leads=("The Board", "The Panel")),)
        ),
        says="2 bodies lead on missing children: The Board, The Panel",
        silent=partnership(responsibilities=(ResponsibilityFacts(51, "missing children", leads=("The Board",)),)),
        unsure=partnership(),
    ),
}
