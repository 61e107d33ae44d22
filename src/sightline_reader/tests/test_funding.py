from sightline_reader.kinds.funding import find
from sightline_reader.tests.papers import view_of


def read(text):
    names = ("contributor", "recipient", "heading")
    found = [c.fields for c in find(view_of(text))]
    return [(next((f[n] for n in names if f.get(n)), None), f["value"], f["type"], f["period"]) for f in found]


def test_a_table_of_income_has_contributors_and_a_total_without_one():
    text = "Income 2020/21\n£\nRidley Council\t90,500\nFenwick NHS Trust\t12,250 (one-off)\nTotal income\t102,750\n"
    assert read(text) == [
        ("Ridley Council", 90500, "income", "2020/21"),
        ("Fenwick NHS Trust", 12250, "income", "2020/21"),
        (None, 102750, "income total", "2020/21"),
    ]


def test_rows_without_a_sum_change_the_side_of_the_books():
    text = "| Budget | 2020/21 |\n|---|---|\n| Income | |\n| Ridley Council | £8,000 |\n| Expenditure | |\n| Staff | £7,500 |\n"
    assert [(name, kind) for name, _, kind, _ in read(text)] == [("Ridley Council", "income"), ("Staff", "expenditure")]


def test_a_flattened_line_is_parted_at_its_sums():
    text = (
        "3.1 Board income 2019/20 Ridley Council 60,100 Fenwick Police 9,000 CAFCASS 550 Total 69,650 "
        "Expenditure Staff 65,000 Hall hire 420 Carried forward 4,230\n"
    )
    assert read(text) == [
        ("Ridley Council", 60100, "income", "2019/20"),
        ("Fenwick Police", 9000, "income", "2019/20"),
        ("CAFCASS", 550, "income", "2019/20"),
        (None, 69650, "income total", "2019/20"),
        ("Staff", 65000, "expenditure", "2019/20"),
        ("Hall hire", 420, "expenditure", "2019/20"),
    ]


def test_lines_under_a_budget_that_is_shared_out_name_recipients():
    text = "The fund for 2018 – 19 has been allocated as follows:\n\nAdults Boards £70,000\n\nChildren Boards £64,500\n"
    assert [c.fields.get("recipient") for c in find(view_of(text))] == ["Adults Boards", "Children Boards"]


def test_a_sentence_names_the_giver_before_or_after_the_sum():
    assert read("In May Ridley Parish Council gave us a grant of £2k for its hall.")[0][:3] == (
        "Ridley Parish Council",
        2000,
        "income",
    )
    assert read("A grant of £750 from Fenwick Trust paid for the van.")[0][:2] == ("Fenwick Trust", 750)


def test_a_saving_is_no_funding():
    assert [value for _, value, *_ in read("We run on a budget of about £3million - £1million less than before.")] == [
        3000000
    ]


def test_sums_in_a_row_behind_a_colon_belong_to_the_names_before_them():
    text = "Contributions 2018/19 were as follows: Ridley Council £80,000; Fenwick Police £15,500; CAFCASS £550; Probation £1,200."
    assert [name for name, *_ in read(text)] == ["Ridley Council", "Fenwick Police", "CAFCASS", "Probation"]


def test_what_a_sum_was_spent_on_is_its_heading():
    text = "Staffing cost £95,000 of the budget. A further £12,400 was spent on training, leaving £800 to be carried forward."
    assert [c.fields.get("heading") for c in find(view_of(text))] == ["Staffing", "training"]
