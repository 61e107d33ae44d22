import pytest

from sightline_reader.classify import kind_of
from sightline_reader.tests.papers import view_of


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("minutes", "Fenwick Safeguarding Board\n\nMinutes of the meeting held on 4 May 2020\n\nPresent: Ida Moss\n"),
        ("minutes", "Attendance\nIda Moss, Fenwick Council\nApologies: Jo Fell\n\n1. Matters arising\n"),
        (
            "minutes",
            "Subject: Notes: Fenwick Board, 3 May 2020\nFrom: a@example.org\n\nPresent:\nIda Moss\n\nApologies:\nJo Fell\n",
        ),
        (
            "minutes",
            "Agenda item\n\nDecision:\n\nA yearly report came.\n\nRESOLVED\n\nThat it be noted.\n\nMinutes:\n\nAll spoke.",
        ),
        ("agenda", "Fenwick Board\n\nAGENDA\n\n1. Welcome\n2. Data    enclosed\n"),
        ("action_log", "Fenwick Board Action Log\n\nAction | Owner | Status |\n"),
        ("terms_of_reference", "Missing Children Group\nTerms of Reference\n\nThe quorum is four.\n"),
        ("annual_report", "Fenwick Partnership\nAnnual Report 2021/22\n\nForeword\n"),
        ("scrutiny_report", "Joint targeted area inspection of Fenwick\n\nInspectors visited in May.\n"),
        ("area_profile", "Information about this local authority area\n\nChildren living in this area\n"),
        ("plan", "Fenwick Board Business Plan 2020-22\n\nPriority 1 Neglect\n"),
        ("arrangements", "Multi-Agency Safeguarding Arrangements\n\nStructure\n"),
        ("review_list", "Case Reviews\n\nChild V Overview Report\n"),
        ("policy", "Escalation Policy\n\nWhen people disagree.\n"),
        ("report", "A day at the seaside\n\nThe sun shone.\n"),
        ("attendance_grid", "Agency\tMay\tJuly\nPolice\tYes\tNo\nHealth\tYes\tYes\nHousing\tNo\tYes\n"),
        ("membership_list", "Name\tAgency\tPost\nIda Moss\tPolice\tSergeant\nJo Fell\tHealth\tNurse\n"),
    ],
)
def test_title_words_and_tables_tell_the_kind(kind, text):
    assert kind_of(view_of(text)) == kind
