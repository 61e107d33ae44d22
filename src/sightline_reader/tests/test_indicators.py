from sightline_reader.kinds.indicators import find
from sightline_reader.tests.papers import view_of


def read(text):
    return [(c.fields["label"], c.fields["value"], c.fields["unit"], c.fields["period"]) for c in find(view_of(text))]


def test_a_figure_takes_the_words_of_its_clause_and_its_period():
    assert read("At 31 March 2019, 412 children were subject of a plan in Fenwick.") == [
        ("children were subject of a plan in Fenwick", 412, "count", "At 31 March 2019")
    ]


def test_a_compared_figure_takes_the_words_of_the_one_before():
    assert read("At 31 March 2019, 412 children had a plan. This is a fall from 430 at 31 March 2018.") == [
        ("children had a plan", 412, "count", "At 31 March 2019"),
        ("children had a plan", 430, "count", "at 31 March 2018"),
    ]


def test_a_rise_from_one_share_to_another_speaks_of_the_sentence_before():
    found = read(
        "The main success was take-up of the morning club. This has risen from 12% to 31%, with a target of 50%."
    )
    assert [(label, value) for label, value, *_ in found] == [
        ("take-up of the morning club", 12),
        ("take-up of the morning club", 31),
        ("take-up of the morning club", 50),
    ]
    assert found[2][3] == "target"


def test_figures_in_brackets_belong_to_the_words_before_them():
    assert [
        (label, value) for label, value, *_ in read("Reasons given were lateness (14), illness (9) and work (3).")
    ] == [
        ("lateness", 14),
        ("illness", 9),
        ("work", 3),
    ]


def test_entries_under_a_stem_take_its_words_or_its_period():
    found = read("The share of pupils with free meals:\n- in primary schools is 21%\n- in secondary schools is 18%\n")
    assert found[0][:2] == ("The share of pupils with free meals: primary schools", 21)
    found = read("In the last 12 months:\n- 30 families moved away\n- there were 7 adoptions\n")
    assert [(label, value, period) for label, value, _, period in found] == [
        ("families moved away", 30, "the last 12 months"),
        ("adoptions", 7, "the last 12 months"),
    ]


def test_parts_of_a_number_say_what_they_are_part_of():
    view = view_of("At 1 May 2020, 90 children were in care. Of this number:\n- 12 (or 13%) live outside the area\n")
    parts = [c.fields for c in find(view)][1:]
    assert [(p["value"], p["unit"], p["label"]) for p in parts] == [
        (12, "count", "live outside the area"),
        (13, "%", "live outside the area"),
    ]
    assert {p["of"] for p in parts} == {"children were in care"}


def test_numbers_in_words_count_only_what_is_counted():
    assert [(label, value) for label, value, *_ in read("In 2019 three serious case reviews were published.")] == [
        ("serious case reviews were published", 3)
    ]
    assert read("One of the two chairs spoke for the three safeguarding partners.") == []


def test_national_averages_are_left_out():
    assert [v for _, v, *_ in read("Pupils learning English make up 8% (the national average is 19%).")] == [8]


def test_a_second_telling_of_a_figure_is_left_out():
    assert len(read("The van lent 10,250 books. \n\nIn all, 10,250 books were lent by the van.")) == 1


def test_captions_over_numbers_of_a_chart_make_pairs():
    text = "  Staff\n\n   40%\n\n  Rent\n\n   25%\n\n  Books\n\n   35%\n"
    assert [(label, value) for label, value, *_ in read(text)] == [("Staff", 40), ("Rent", 25), ("Books", 35)]


def test_a_table_of_measures_gives_a_figure_for_each_period():
    text = "Measure\t2019/20\t2020/21\nReferrals\t1,240\t1,105\nPlans started\t92\t78\n"
    assert sorted(read(text)) == [
        ("Plans started", 78, "count", "2020/21"),
        ("Plans started", 92, "count", "2019/20"),
        ("Referrals", 1105, "count", "2020/21"),
        ("Referrals", 1240, "count", "2019/20"),
    ]


def test_a_list_of_words_and_numbers_keeps_each_pair_together():
    assert [(label, value) for label, value, *_ in read("Reasons: lateness 21, illness 16 and work 3.")] == [
        ("lateness", 21),
        ("illness", 16),
        ("work", 3),
    ]


def test_a_share_in_brackets_tells_the_count_before_it_over_again():
    found = read("Of the visits, 54 (17%) led to a letter.")
    assert [(label, value, unit) for label, value, unit, _ in found] == [
        ("led to a letter", 54, "count"),
        ("led to a letter", 17, "%"),
    ]


def test_a_figure_behind_a_dash_takes_the_words_before_the_dash():
    assert read("Take-up of the morning club – 34%.")[0][:2] == ("Take-up of the morning club", 34)


def test_a_month_in_brackets_is_the_period_of_its_figure():
    assert [(value, period) for _, value, _, period in read("45 children had a plan in September (48 in June).")] == [
        (45, "in September"),
        (48, "in June"),
    ]


def test_a_change_is_told_from_a_level():
    found = read("The van lent 900 books. That is an increase of 4% over the year before.")
    assert [label for label, *_ in found] == ["van lent books", "increase in: van lent books"]


def test_so_many_out_of_so_many_is_one_figure():
    assert [(label, value) for label, value, *_ in read("7 out of 9 visits were in time.")] == [
        ("visits were in time", 7)
    ]


def test_numbers_of_items_decisions_and_messages_count_nothing():
    assert read("DECISION 2.1: The group agreed to use the tool from 1 July 2026.") == []
    assert read("3 Date of next meeting. The group meets in May.") == []
    assert read("Date: Wed, 21 Oct 2026 16:20:00 +0100") == []
    assert read("111 Quarterly Report pdf icon PDF 1 MB") == []


def test_what_was_read_to_write_the_paper_is_no_measure():
    assert read("Minutes of eleven meetings were read and fourteen people were spoken to.") == []
    assert [row[1] for row in read("Fourteen people were trained.")] == [14]


def test_a_figure_below_the_national_average_is_not_the_national_one():
    assert [row[1] for row in read("Placement stability was at 56% which was below the national average.")] == [56]
    assert read("Stability is better; the national average is 61%.") == []


def test_a_figure_behind_a_colon_takes_the_words_before_it():
    assert read("Children on a plan at 31 March 2026: 318.") == [
        ("Children on a plan", 318, "count", "at 31 March 2026")
    ]


def test_a_footnote_between_the_entries_of_a_list_does_not_end_it():
    text = (
        "In the last 12 months:\n\n- there have been 41 adoptions\n- 16 children moved to special guardianship\n\n"
        "5\n    These are schools that are open all year.\n\n- 73 young people moved on to independent living\n"
    )
    assert {period for *_, period in read(text)} == {"the last 12 months"}


def test_quarters_take_the_year_that_the_paper_names():
    text = (
        "Quarter 2, July to September 2031, 2031/32\n\nIn this quarter 412 contacts were received.\n\n"
        "There were 77 conferences in Q1. There were 90 visits in Q4.\n"
    )
    assert [period for *_, period in read(text)] == ["Q2 2031/32", "Q1 2031/32", "Q4 2030/31"]


def test_quarters_stay_as_printed_where_the_paper_names_two_years():
    text = "Q2 2031/32 is compared with Q2 2030/31.\n\nThere were 77 conferences in Q2.\n"
    assert [period for *_, period in read(text)] == ["Q2"]


def test_a_date_behind_a_bracket_belongs_to_the_figure():
    found = read(
        "At 30 June 2031, 752 children were looked after. This is down from 810 (49 per 10,000) at 31 May 2030."
    )
    assert [period for _, value, _, period in found if value == 810] == ["at 31 May 2030"]


def test_ages_marks_of_notes_and_numbers_before_dates_are_no_measures():
    assert read("The home is for boys aged 15-18 and for girls aged up to 17 in the borough.") == []
    assert read("This act is meant to better the support of care leavers 12 13, and it promotes their welfare.") == []
    assert read("Report on an inspection of Fenwick House by the inspectorate, 9 20 September 2031.") == []
    assert read("The work looked at one-off incidents rather than patterns.") == []


def test_raised_numbers_hours_of_the_day_and_one_to_one_are_no_measures():
    assert read("In line with the findings on this topic<sup>7</sup>, the training was changed.") == []
    assert read("The picture was built from one to one talks with team leaders, and from one off events.") == []
    assert read("The new hub has services for 18-25, first in one ward. It opens 2-4 pm.") == []
