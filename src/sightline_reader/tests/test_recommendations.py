import pytest

from sightline_reader.advice.addressees import addressee_of
from sightline_reader.kinds.recommendations import find
from sightline_reader.tests.papers import view_of, words_of


def read(text):
    return [c.fields for c in find(view_of(text))]


def test_numbers_behind_the_word_and_the_paragraph_before():
    text = (
        "- 7. The hub was quiet in spring and few people knew of it.\n\n"
        "Recommendation 2: The Executive review how the hub is told of.\n\n"
        "Recommendation 3: Each agency names a lead, as asked in recommendation 2 above.\n"
    )
    assert [(r["number"], r["paragraph"], r["addressee"]) for r in read(text)] == [
        ("2", "7", "The Executive"),
        ("3", "7", None),
    ]


def test_a_list_that_a_recommendation_opens_belongs_to_it():
    text = (
        "Recommendation 1: The Board ask for a plan that covers\n- who leads\n- what it costs\n\nThe Board met often.\n"
    )
    view = view_of(text)
    (found,) = find(view)
    assert found.fields["text"] == "The Board ask for a plan that covers - who leads - what it costs"
    assert words_of(view, found).endswith("what it costs")


def test_words_in_the_next_passage_belong_to_the_number_before_them():
    text = "Recommendation 4\n\nThe Trust should train its night staff.\n"
    assert [(r["number"], r["text"]) for r in read(text)] == [("4", "The Trust should train its night staff.")]


def test_a_mention_of_a_recommendation_is_none():
    assert read("As set out in Recommendation 3 the hub closed. See also (recommendation 5) and the reply.") == []


def test_numbers_of_paragraphs_run_on_through_the_recommendations():
    text = (
        "Recommendations\n\n61. Ensure that minutes name every agency\n    that came (paragraph 70).\n\n"
        "62. Publish the plan for the year.\n\nInspection findings\n63. The Board has been improving since spring.\n"
    )
    assert [(r["number"], r["text"]) for r in read(text)] == [
        ("61", "Ensure that minutes name every agency that came (paragraph 70)."),
        ("62", "Publish the plan for the year."),
    ]


def test_the_heading_gives_the_urgency():
    text = (
        "The work of the Board needs improvement\n\nPriority and immediate action\n\n8. Close the backlog of cases.\n\n"
        "Areas for improvement\n\n9. Ask young people what they think.\n"
    )
    assert [r["urgency"] for r in read(text)] == ["priority and immediate action", "area for improvement"]


def test_bullets_under_what_needs_to_improve_are_taken_and_strengths_are_not():
    text = (
        "Joint targeted area inspection of Fenwick\n\nWhat needs to improve?\n\n◼ Minutes of strategy meetings need\n  to reach schools.\n"
        "◼ Oversight of the front door needs to improve.\n\nStrengths\n\n◼ Early help reaches most families in time.\n"
    )
    assert [r["text"] for r in read(text)] == [
        "Minutes of strategy meetings need to reach schools.",
        "Oversight of the front door needs to improve.",
    ]


def test_bullets_that_direct_somebody_are_parts_of_their_own():
    text = (
        "Our recommendations\n\n1. Make letters easy to read\n    • Surgeries should ask patients how they like to be told.\n"
        "    • We would also suggest clinics to test their forms.\n2. Answer the telephone sooner\n"
    )
    assert [(r["number"], r["addressee"]) for r in read(text)] == [
        ("1", None),
        (None, "Surgeries"),
        (None, "clinics"),
        ("2", None),
    ]


def test_paragraphs_without_marks_are_taken_when_they_say_what_to_do():
    text = (
        "Recommendations\n\nThe findings of this report have led to the recommendations below.\n\n"
        "Increasing the hours of the drop-in so that working parents can come. This could be achieved by:\n"
        "   •   Opening on Saturdays.\n\nEnabling carers to book by text. This could be achieved by:\n   •   A new number.\n"
    )
    assert [r["text"] for r in read(text)] == [
        "Increasing the hours of the drop-in so that working parents can come.",
        "Enabling carers to book by text.",
    ]


def test_a_table_gives_number_addressee_and_date():
    text = (
        "| No | Recommendation | Lead | By when | Response |\n|---|---|---|---|---|\n"
        "| 1 | Share the rota with all partner agencies | Ridley Council | May 2021 | Accepted |\n"
        "| 2 | Write one guide for all nurseries | Early Years | June 2021 | Accepted in part |\n"
    )
    assert [(r["number"], r["addressee"], r["urgency"], r["response"]) for r in read(text)] == [
        ("1", "Ridley Council", "May 2021", "Accepted"),
        ("2", "Early Years", "June 2021", "Accepted in part"),
    ]


def test_one_recommendation_under_a_heading_in_the_singular():
    text = "Report to the Executive\n\nRecommendation\n\nThe Executive sets up a task group.\n\nAnn Lee\n\nAppendix 1\n"
    assert [r["text"] for r in read(text)] == ["The Executive sets up a task group."]


def test_addressees_are_the_ones_who_are_to_act():
    assert addressee_of("Ridley Police should send a sergeant.") == "Ridley Police"
    assert addressee_of("Commissioners are asked to report back.") == "Commissioners"
    assert addressee_of("The quality of minutes must improve.") is None
    assert addressee_of("Ensure that minutes are sent.") is None
    assert addressee_of("They should be sent.") is None


def test_minutes_that_receive_a_report_recommend_nothing():
    text = (
        "Minutes of the Fenwick Board\nPresent: Ida Moss\n\nRecommendations\n\n1. The report should be noted by all.\n"
    )
    assert read(text) == []


def test_numbers_in_brackets_and_the_end_where_numbers_begin_again():
    text = (
        "Report on the Board\n\nRecommendations\n(1) To note the report.\n(2) To ask for a plan by May.\n1. Context\n"
        "1.1 The Board met often and heard from many people.\n"
    )
    assert [(r["number"], r["text"]) for r in read(text)] == [
        ("1", "To note the report."),
        ("2", "To ask for a plan by May."),
    ]


def test_what_the_board_needs_to_improve():
    text = (
        "Inspection of the effectiveness of the local safeguarding children board\n\nWhat does the LSCB need to improve?\n"
        "Areas for improvement\n• Strengthen the challenge to partner agencies.\n\nSummary for children\n• The Board works hard.\n"
    )
    assert [r["text"] for r in read(text)] == ["Strengthen the challenge to partner agencies."]


def test_recommendations_would_include_a_list():
    text = "Recommendations would include:\n\n·      That the Council writes to ministers.\n\n·      Ensuring training for staff.\n"
    assert [r["text"] for r in read(text)] == ["That the Council writes to ministers.", "Ensuring training for staff."]


def test_a_lead_in_brackets_is_the_addressee_and_its_time_the_urgency():
    text = "Recommendation 1: The partnership should keep a list of seats in all its minutes. (Lead:\nBusiness unit, within three months)\n"
    [found] = read(text)
    assert found["text"] == "The partnership should keep a list of seats in all its minutes."
    assert (found["addressee"], found["urgency"]) == ("Business unit", "within three months")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "That the FSP and chairs of subgroups, particularly the Learning subgroup, consider an award.",
            "FSP and chairs of subgroups",
        ),
        ("Following the audit of safety, and its costs, the FSP develop a plan for young people.", "the FSP"),
        ("The Early Help Strategic Board continues its work with schools.", "Early Help Strategic Board"),
        ("The Quality and Learning Subgroups maintain a focus on neglect.", "Quality and Learning Subgroups"),
        ("The quality of plans should be better.", None),
    ],
)
def test_who_is_to_act_behind_a_clause_or_before_an_aside(text, who):
    found = addressee_of(text)
    assert (found or "").lower().removeprefix("the ").strip(" ,") == (who or "").lower().removeprefix("the ")
