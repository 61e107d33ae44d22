from sightline_reader.figure_tables import figure_tables
from sightline_reader.kinds import funding, indicators
from sightline_reader.reading import read
from sightline_reader.tests.papers import document_of, view_of

BUDGET = (
    "Budget\n"
    "                              2015/16        2016/17\n"
    "                                    £              £\n"
    "Ridley Council                 80,500         84,000\n"
    "NHS Fenwick CCG                38,200         38,200\n"
    "Community Rehabilitation\n"
    "  company                         900            900\n"
    "CAFCASS                           550            550\n"
    "Total income                  120,150        123,650\n"
)


def test_figures_under_each_other_make_a_table_with_its_head():
    (table,) = figure_tables(view_of(BUDGET))
    assert [cell.text for cell in table.rows[0]] == ["Budget", "2015/16 £", "2016/17 £"]
    assert [cell.text for cell in table.rows[3]] == ["Community Rehabilitation company", "900", "900"]


def test_each_year_of_a_budget_gives_its_own_sums():
    found = [c.fields for c in funding.find(view_of(BUDGET))]
    ridley = [(f["value"], f["type"], f["period"]) for f in found if f.get("contributor") == "Ridley Council"]
    assert ridley == [(80500, "income", "2015/16"), (84000, "income", "2016/17")]
    assert not [f for f in read(document_of(BUDGET)).faults if f.code == "total_mismatch"]


def test_measures_by_quarter():
    text = (
        "Measure             Q1        Q2\nContacts           912     1,004\n"
        "Referrals          301       288\nRepeat rate        21%       19%\n"
    )
    told = {(c.fields["label"], c.fields["value"], c.fields["period"]) for c in indicators.find(view_of(text))}
    assert {("Contacts", 1004, "Q2"), ("Repeat rate", 21, "Q1")} <= told


def test_a_table_of_contents_is_no_table():
    assert figure_tables(view_of("Introduction          3\nThe Board             5\nData                  9\n")) == ()


def test_columns_of_words_are_left_to_others():
    assert figure_tables(view_of("Ida Moss         Police\nJo Fell          Health\nAl Birch         Housing\n")) == ()
