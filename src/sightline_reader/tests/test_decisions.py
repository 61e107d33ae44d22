"""Decisions as minutes word them. People and places are invented."""

import pytest

from sightline_reader.kinds.decisions import find
from sightline_reader.layout import View
from sightline_reader.model import CELL_BREAK, Document, Heading, Page
from sightline_reader.tests.papers import view_of

HEAD = "Dale Board\nMinutes of the meeting held on 3 May 2022\n\nPresent: Ida Moss, Jo Fell\n\n"


def decisions(text: str) -> list[str]:
    return [c.fields["text"] for c in find(view_of(HEAD + text))]


WORDINGS = {
    "minutes agreed": ("2. Minutes\n\nThe minutes were agreed as a true record.\n", ["The minutes were agreed as a true record."]),
    "the body approved": ("The Board approved the budget for 2022.\n", ["The Board approved the budget for 2022."]),
    "it was agreed": ("After a talk it was agreed to meet monthly.\n", ["After a talk it was agreed to meet monthly."]),
    "resolved in parts": (
        "RESOLVED:\n\n1) That the plan be adopted; and\n\n2) That the fees stay as they are.\n",
        ["That the plan be adopted", "That the fees stay as they are."],
    ),
    "a list behind agreed to": (
        "The Panel agreed to:\n\n • Form a working group.\n • Hold a workshop.\n\nThe day was fine.\n",
        ["Form a working group.", "Hold a workshop."],
    ),
    "assent in capitals": (
        "JF asked if the form could be circulated. AGREED\n",
        ["JF asked if the form could be circulated. AGREED"],
    ),
    "an election": ("Ida Moss was elected as Vice Chair.\n", ["Ida Moss was elected as Vice Chair."]),
    "resolved with a paragraph below": (
        "RESOLVED:\n\nThat the minutes be confirmed and signed.\n\nThe Chair spoke.\n",
        ["That the minutes be confirmed and signed."],
    ),
    "resolved without a mark": ("Resolved\n(1) That the policy be approved.\nReasons\n", ["That the policy be approved."]),
    "a motion and its assent": (
        "Proposal that the assessment be adopted.\n\nAgreed by unanimous vote.\n",
        ["Proposal that the assessment be adopted."],
    ),
    "put off": ("7 Removal of the sign – deferred to next meeting\n", ["Removal of the sign – deferred to next meeting"]),
    "a policy named by its heading": (
        "4. Decisions\n\n1. Lone Working Policy\n\nThe Board accepted this policy.\n",
        ["Lone Working Policy: The Board accepted this policy."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("wording", WORDINGS)
def test_decisions_are_read_from(wording):
    text, expected = WORDINGS[wording]
    assert decisions(text) == expected


def test_who_proposed_and_seconded_and_how_it_went():
    text = "The accounts were accepted:\n\n   Proposed: Ida Moss (Wickby)\n   Seconded: Jo Fell (Larkham)\n\n   Carried unanimously.\n"
    [decision] = find(view_of(HEAD + text))
    assert decision.fields["proposed"] == "Ida Moss"
    assert decision.fields["seconded"] == "Jo Fell"
    assert decision.fields["result"] == "Carried unanimously"


def test_a_mover_in_the_sentence():
    [decision] = find(view_of(HEAD + "Cllr Moss proposed acceptance seconded by Cllr Fell. Agreed.\n"))
    assert (decision.fields["proposed"], decision.fields["seconded"]) == ("Cllr Moss", "Cllr Fell")


@pytest.mark.parametrize(
    "sentence",
    [
        "The policy had been agreed with the union.",
        "Jo Fell agreed to circulate the slides.",
        "The Chair welcomed everyone.",
        "Officers asked whether the plan was agreed.",
    ],
)
def test_what_is_no_decision(sentence):
    assert decisions(sentence + "\n") == []


def test_a_heading_of_the_file_is_no_part_of_the_decision_below_it():
    text = HEAD + "Last minutes\nThe minutes were agreed as a correct record.\n"
    start = text.index("Last")
    document = Document(
        "a.pdf", "application/pdf", text, (Page(1, 0, len(text)),), headings=(Heading(start, start + 12, 2),)
    )
    assert [c.fields["text"] for c in find(View(document))] == ["The minutes were agreed as a correct record."]


def test_lines_of_a_cell_are_parted():
    text = HEAD + f"2.\tViolence plan{CELL_BREAK}It was agreed that letters be sent.\n"
    assert [c.fields["text"] for c in find(view_of(text))] == ["It was agreed that letters be sent."]


def test_a_heading_that_says_resolved_does_not_carry_the_words_before_it():
    assert decisions("Two proposals were due in spring.\n\nRESOLVED:\n\n(1) the report be received; and\n\n(2) it be sent.\n") == [
        "the report be received", "it be sent.",
    ]  # fmt: skip


def test_it_was_proposed_by_one_and_seconded_by_another():
    [found] = find(
        view_of(HEAD + "After talk it was proposed by Cllr Moss seconded by Cllr Mrs Fell that the offer be taken.\n")
    )
    assert (found.fields["proposed"], found.fields["seconded"]) == ("Cllr Moss", "Cllr Mrs Fell")


def test_every_decision_is_told_in_words_of_its_span():
    text = HEAD + (
        "Allotments:\n\nThe rent was read out. It was agreed that the Clerk will ring in a week.\n\n"
        "Street lights:\n\nThese were approved.\n\nFees:\n\nIt was agreed the fee should rise.\n"
    )
    view = view_of(text)
    found = find(view)
    assert len(found) == 3
    for candidate in found:
        words = candidate.fields["text"].replace(":", "").split()[:5]
        assert all(word in view.document.text[candidate.start : candidate.end] for word in words)
    assert [c.fields["text"] for c in found][1] == "Street lights: These were approved."
