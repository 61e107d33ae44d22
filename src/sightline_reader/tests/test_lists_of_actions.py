"""Lists of actions under a heading, in minutes and in plans. People are invented."""

import pytest

from sightline_reader.kinds.actions import find
from sightline_reader.tests.papers import view_of

HEAD = "Dale Board\nMinutes of the meeting held on 3 May 2022\n\nPresent: Jo Fell (JF)\n\n1. Neglect\n\nA paper was read.\n\n"


@pytest.mark.parametrize(
    "heading", ["Actions", "ACTIONS:", "Summary of actions", "Agreed actions:", "Follow-up actions required:"]
)
@pytest.mark.parametrize("mark", ["•", "-"])
def test_bullets_under_a_heading_of_actions_are_actions(heading, mark):
    text = f"{HEAD}{heading}\n\n{mark} Share the audit with schools\n{mark} JF to book the room\n\nClosing words\n\n{mark} Thanks to all\n"
    assert [(c.fields["what"], c.fields["who"]) for c in find(view_of(text))] == [
        ("Share the audit with schools", None),
        ("JF to book the room", "JF"),
    ]


def test_bullets_under_another_heading_are_not():
    assert find(view_of(HEAD + "Points raised\n\n• Numbers are rising\n• Schools are worried\n")) == []
