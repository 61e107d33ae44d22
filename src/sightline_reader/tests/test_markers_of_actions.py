"""The marks that minutes set before actions, and what stands with them. People are invented."""

import pytest

from sightline_reader.kinds.actions import find
from sightline_reader.tests.papers import view_of

HEAD = "Dale Board\nMinutes of the meeting held on 3 May 2022\n\nPresent: Ida Moss (IM), Jo Fell (JF)\n\n1. Neglect\n\n"

MARKS = {
    "a number behind the mark": (
        "A paper was read. ACTION :1. Ida Moss to finish the plan.",
        [("Ida Moss to finish the plan.", "Ida Moss")],
    ),
    "an owner in brackets": ("Action (JF): circulate the dashboard.", [("circulate the dashboard.", "JF")]),
    "an owner behind for": ("Action for JF: write to the housing team.", [("write to the housing team.", "JF")]),
    "an owner and a dash": ("ACTION: JF – arrange two courses.", [("JF – arrange two courses.", "JF")]),
    "an agreed action": ("Agreed action – JF to check the mapping.", [("JF to check the mapping.", "JF")]),
    "several in one line": (
        "Actions required: 1) IM to write to the Trust; 2) JF to ask for figures.",
        [("IM to write to the Trust", "IM"), ("JF to ask for figures.", "JF")],
    ),
    "an action point": ("AP1: JF to invite young people.", [("JF to invite young people.", "JF")]),
    "a number and no mark": ("ACTION 8.1 IM to draft a letter.", [("IM to draft a letter.", "IM")]),
    "owner and date below": (
        "Action: Send the budget to agencies\nLead: JF\nTimescale: end of May\n",
        [("Send the budget to agencies", "JF")],
    ),
    "a sentence before the mark": (
        "It was agreed that IM would bring the review.\nAction: IM",
        [("It was agreed that IM would bring the review.", "IM")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_actions_are_read_behind(mark):
    text, expected = MARKS[mark]
    assert [(c.fields["what"], c.fields["who"]) for c in find(view_of(HEAD + text))] == expected


@pytest.mark.parametrize(
    "words", ["Action - plan for 2022", "Actions from the last meeting: none", "The action plan: see below"]
)
def test_words_of_plans_and_logs_announce_nothing(words):
    assert find(view_of(HEAD + words)) == []
