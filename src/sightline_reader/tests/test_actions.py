"""Actions in the layouts in which papers print them. People and places are invented."""

import pytest

from sightline_reader.kinds.actions import find
from sightline_reader.tests.papers import view_of, words_of

HEAD = "Dale Board\nMinutes of the meeting held on 3 May 2022\n\nPresent: Ida Moss, Jo Fell\n\n"


def actions(text: str) -> list[tuple]:
    return [(c.fields["what"], c.fields["who"], c.fields["by_when"]) for c in find(view_of(HEAD + text))]


LAYOUTS = {
    "a marker before owner and deed": (
        "2. Neglect\n\nAction 2.1: JF to circulate the toolkit by 30 June 2022.\n",
        [("JF to circulate the toolkit by 30 June 2022.", "JF", "30 June 2022")],
    ),
    "a marker with owners only": (
        "2.1 A paper was read. The Business Manager would send the paper to schools.\nACTION: JF/IM\n\n3. Close\n",
        [("The Business Manager would send the paper to schools.", "JF/IM", None)],
    ),
    "a marker in brackets": (
        "• The audit was late and would be shared in July (Action: Jo Fell)\n",
        [("The audit was late and would be shared in July", "Jo Fell", "July")],
    ),
    "a marker with bullets below": (
        "Actions:\n - Ida Moss to write to the Trust\n - All agencies to send their figures before 1 July\n\n"
        "4. Close\n",
        [
            ("Ida Moss to write to the Trust", "Ida Moss", None),
            ("All agencies to send their figures before 1 July", "All agencies", "1 July"),
        ],
    ),
    "a due date on the next line": (
        "Action: Secretariat to draft a letter.\n\nDue: June 2022\n",
        [("Secretariat to draft a letter.", "Secretariat", "June 2022")],
    ),
    "a table with bars": (
        "|Ref|Action                    |Lead     |By when  |Status  |\n|---|---|---|---|---|\n"
        "|1  |Send the paper to schools |Jo Fell  |June 2022|Open    |\n|2  |Book a room               |Ida "
        "Moss |Ongoing  |Closed  |\n",
        [("Send the paper to schools", "Jo Fell", "June 2022"), ("Book a room", "Ida Moss", "Ongoing")],
    ),
    "a table with tabs": (
        "No.\tAgreed action\tOwner\tDeadline\n1\tShare the audit with members\tJo Fell\t30/06/2022\n",
        [("Share the audit with members", "Jo Fell", "30/06/2022")],
    ),
    "cells on lines of their own": (
        "Action No.\nAction\nOwner\n1\nSend the new rules to members\nMs Fell\n2\nBook a room for July\nMs Moss\n",
        [("Send the new rules to members", "Ms Fell", None), ("Book a room for July", "Ms Moss", "July")],
    ),
    "columns set with spaces": (
        "No   Action                                   Lead           Deadline\n"
        "1    Send the paper about neglect to all      Jo Fell        June 2022\n"
        "     schools in the area.\n\n"
        "2    Book a room                              Ida Moss       Ongoing\n\n"
        "The meeting closed at noon and everyone went home.\n",
        [
            ("Send the paper about neglect to all schools in the area.", "Jo Fell", "June 2022"),
            ("Book a room", "Ida Moss", "Ongoing"),
        ],
    ),
    "strokes between the cells": (
        "Action Sheet\n\n1. / Members had asked for training\nUna to write a specification / Una\n2. / Send "
        "the announcement to all / Carol\n"
        "3. / Carol to review the sub-groups. / Carol/Jo\n\nDate / Tuesday\n",
        [
            ("Members had asked for training Una to write a specification", "Una", None),
            ("Send the announcement to all", "Carol", None),
            ("Carol to review the sub-groups.", "Carol/Jo", None),
        ],
    ),
    "initials in a margin": (
        f"2. Neglect\n\n{'The report will be sent to all schools before the summer.':<95}JF\n\n"
        f"{'It was agreed that a letter would be written to the Trust.':<95}IM\n\n",
        [
            ("The report will be sent to all schools before the summer.", "JF", "the summer"),
            ("It was agreed that a letter would be written to the Trust.", "IM", None),
        ],
    ),
    "a promise in a sentence": (
        "2. Neglect\n\nThe paper was read. JF agreed to circulate the slides.\n",
        [("JF agreed to circulate the slides.", "JF", None)],
    ),
    "a resolution that sets a task": (
        "RESOLVED:\n\n1) That the update be welcomed;\n\n2) That the Director of Housing report back in July.\n",
        [("That the Director of Housing report back in July.", "the Director of Housing", "July")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_actions_are_read_from(layout):
    text, expected = LAYOUTS[layout]
    assert actions(text) == expected


def test_minutes_that_promise_nothing_have_no_actions():
    assert (
        actions("2. Neglect\n\nIda Moss spoke about the work. It will continue next year. Numbers are going up.\n")
        == []
    )


def test_columns_printed_one_after_another_keep_their_numbered_actions():
    text = (
        "DALE BUSINESS PLAN\nSpecific Actions\n1. Open the new\nhub in the market square.\n2. Train fifty staff.\n"
        "Timescale/\nTarget\nJune 2023\nLead\nJo Fell\n1 3. Report on the hub.\n"
    )
    found = [c.fields["what"] for c in find(view_of(text))]
    assert found == ["Open the new hub in the market square.", "Train fifty staff.", "Report on the hub."]


def test_references_printed_before_their_actions_part_them():
    text = "Dale Board Business Plan 2023 Theme Ref 2.1 2.2 1. Voice Action Write a charter with young people. Hold two forums"
    assert [c.fields["what"] for c in find(view_of(text))] == ["Write a charter with young people.", "Hold two forums"]


def test_plans_take_the_time_of_their_heading():
    text = "Dale Action Plan\n\n4. First quarter work (March - May)\n\n  • Agree the messages.\n  • Hold a workshop (April).\n"
    found = [(c.fields["what"], c.fields["by_when"]) for c in find(view_of(text))]
    assert found == [("Agree the messages.", "March - May"), ("Hold a workshop (April).", "April")]


def test_an_action_with_nobody_to_do_it_is_doubted_and_grounded():
    view = view_of(HEAD + "Action: Form a sub-group to look at transitions.\n")
    [action] = find(view)
    assert action.fields["who"] is None
    assert "No owner" in action.doubts[0]
    assert words_of(view, action) == "Form a sub-group to look at transitions."


def test_offices_and_councillors_undertake_in_sentences():
    assert actions(
        "Water: It was agreed that the Clerk will telephone the works.\n\n"
        "Fence - Cllrs Moss, Fell and Mrs Birch will meet and report to the next meeting.\n\n"
        "Lights - the Clerk will respond to the county.\n\nThe weather will be fine.\n"
    ) == [
        ("the Clerk will telephone the works.", "the Clerk", None),
        ("Cllrs Moss, Fell and Mrs Birch will meet and report to the next meeting.", "Cllrs Moss, Fell and Mrs Birch", "the next meeting"),
        ("the Clerk will respond to the county.", "the Clerk", None),
    ]  # fmt: skip


def test_what_is_agreed_to_be_done_by_somebody_is_an_action():
    [(what, who, when)] = actions(
        "Agreed: Draft template to be circulated by Committee Secretary by 1 September 2022.\n"
    )
    assert (what, who, when) == (
        "Draft template to be circulated by Committee Secretary by 1 September 2022.", "Committee Secretary", "1 September 2022",
    )  # fmt: skip


def test_a_paper_without_blank_lines_is_searched_to_its_end():
    lines = (
        ["Action: JF to book a room."]
        + [f"{n}. The report on item {n} was noted." for n in range(2, 14)]
        + ["The Clerk will write to the trust."]
    )
    assert [who for _, who, _ in actions("\n".join(lines) + "\n")] == ["JF", "The Clerk"]
