"""Tables answer what the address asks, keep what else it says, and never lose a row."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from sightline.foundation.design.arranging import arrange, every_row
from sightline.foundation.design.marks import Mark
from sightline.foundation.design.paging import Address, numbered_addresses, pages_of
from sightline.foundation.design.tables import Cell, Column, Filter, Table, cell, row

COLUMNS = (
    Column("name", "Name"),
    Column("due", "Due"),
    Column("share", "Share", numeric=True),
    Column("x", "X", sortable=False),
)
ROWS = (
    row("beta", date(2026, 2, 1), Cell(text="9%", value=9), "one"),
    row("Alpha", date(2026, 11, 1), Cell(text="100%", value=100), "two"),
    row("gamma", None, Cell(text="Not known", unknown=True), "one"),
)
TABLE = Table(
    caption="Things", columns=COLUMNS, rows=ROWS, filters=(Filter("x", "Group"),), searchable=True, export_href="/t"
)


def names(table: Table, asked: str) -> list[str]:
    return [found.cells[0].text for found in arrange(table, QueryDict(asked)).rows]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", ["beta", "Alpha", "gamma"]),
        ("sort=name", ["Alpha", "beta", "gamma"]),
        ("sort=-name", ["gamma", "beta", "Alpha"]),
        ("sort=due", ["beta", "Alpha", "gamma"]),
        ("sort=-due", ["Alpha", "beta", "gamma"]),
        ("sort=share", ["beta", "Alpha", "gamma"]),
        ("sort=-share", ["Alpha", "beta", "gamma"]),
        ("sort=x", ["beta", "Alpha", "gamma"]),
        ("sort=nonsense", ["beta", "Alpha", "gamma"]),
        ("x=one", ["beta", "gamma"]),
        ("x=one&q=GAM", ["gamma"]),
        ("q=1+nov+2026", ["Alpha"]),
        ("q=nothing", []),
    ],
)
def test_rows_are_sorted_by_meaning_and_filtered_with_unknown_last(asked: str, expected: list[str]) -> None:
    assert names(TABLE, asked) == expected


def test_filters_in_force_are_said_in_words_and_can_be_cleared() -> None:
    view = arrange(TABLE, QueryDict("x=one&q=a&sort=name&year=2026"), "/things")
    assert view.active == ("words ‘a’", "group ‘one’")
    assert (view.matching, view.total) == (2, 3)
    assert parse_qs(urlsplit(view.clear_href).query) == {"sort": ["name"], "year": ["2026"]}
    assert view.carried == (("sort", "name"), ("year", "2026"))


def test_a_heading_turns_the_order_round_and_keeps_the_rest_of_the_address() -> None:
    heading = arrange(TABLE, QueryDict("sort=name&year=2026&page=2&export=csv"), "/things").headings[0]
    assert heading.direction == "ascending"
    assert parse_qs(urlsplit(heading.href).query) == {"sort": ["-name"], "year": ["2026"]}
    assert arrange(TABLE, QueryDict("")).headings[3].href == ""


@given(count=st.integers(0, 45), size=st.integers(1, 10))
def test_the_pages_hold_every_row_once_and_in_order(count: int, size: int) -> None:
    table = Table(
        caption="Numbers", columns=(Column("n", "N"),), rows=tuple(row(n) for n in range(count)), page_size=size
    )
    pages = max(1, -(-count // size))
    found = [
        one.cells[0].value for page in range(1, pages + 1) for one in arrange(table, QueryDict(f"page={page}")).rows
    ]
    assert found == list(range(count))
    assert len(arrange(table, QueryDict("page=all")).rows) == count


@pytest.mark.parametrize("page", ["0", "-1", "99", "two", "", "99999999999"])
def test_a_page_that_is_not_there_gives_one_that_is(page: str) -> None:
    table = Table(caption="N", columns=(Column("n", "N"),), rows=tuple(row(n) for n in range(5)), page_size=2)
    assert arrange(table, QueryDict(f"page={page}")).rows


def test_two_tables_of_one_page_do_not_disturb_each_other() -> None:
    first, second = (Table(caption=name, name=name, columns=COLUMNS, rows=ROWS) for name in ("one", "two"))
    asked = "one-sort=name"
    assert arrange(first, QueryDict(asked), "/t").headings[0].href == "/t?one-sort=-name#table-one"
    assert names(first, asked) == ["Alpha", "beta", "gamma"]
    assert names(second, asked) == ["beta", "Alpha", "gamma"]


def test_an_export_holds_the_rows_of_every_page_as_they_are_filtered_and_sorted() -> None:
    table = Table(caption="N", columns=(Column("n", "N"),), rows=tuple(row(n) for n in range(250)))
    assert [one.cells[0].value for one in every_row(table, QueryDict("sort=-n&page=2")).rows] == list(
        range(249, -1, -1)
    )


def test_an_export_of_one_table_among_several_has_one_question_mark() -> None:
    assert (
        Address("/t?table=year", QueryDict("x=one&table=place")).but({"export": "csv"})
        == "/t?x=one&table=year&export=csv"
    )


def test_what_a_page_shortens_is_whole_in_the_files_and_in_the_search() -> None:
    table = Table(
        caption="Things",
        columns=(Column("to", "To"),),
        rows=(row(Cell(text="A", note="and 1 more", full="A; B")),),
        searchable=True,
    )
    assert "and 1 more" in drawn(table) and table.rows[0].cells[0].words == "A; B"
    assert names(table, "q=B") == ["A"]


def test_a_long_date_may_run_over_two_lines() -> None:
    assert cell(date(2026, 9, 30)).is_date
    assert not Cell(text="1 April 2026 to 31 March 2028", value=date(2026, 4, 1)).is_date


def test_a_row_may_answer_a_filter_with_several_values() -> None:
    table = Table(
        caption="N",
        columns=(Column("n", "N"),),
        rows=(row("a", facets={"theme": ("x", "y")}), row("b", facets={"theme": "y"})),
        filters=(Filter("theme", "Theme", choices=(("x", "Exploitation"), ("y", "Neglect"))),),
    )
    assert names(table, "theme=x") == ["a"]
    assert names(table, "theme=y") == ["a", "b"]
    assert arrange(table, QueryDict("theme=y")).active == ("theme ‘Neglect’",)


def test_plain_values_become_cells_that_people_can_read() -> None:
    assert [cell(value).text for value in (1234, True, None, date(2022, 3, 1))] == ["1,234", "Yes", "", "1 Mar 2022"]
    assert (
        Cell(marks=(Mark("yes", "Present"), Mark("no", "Absent")), note="in 2026").words == "Present, Absent (in 2026)"
    )


def test_a_mark_must_say_one_of_the_six_things() -> None:
    with pytest.raises(ValueError, match="tone"):
        Mark("green", "Fine")


def drawn(table: Table, asked: str = "") -> str:
    request = RequestFactory().get(f"/things?{asked}")
    return Template('{% include "design/table.html" %}').render(Context({"table": table, "request": request}))


def test_the_page_says_how_many_of_how_many_and_by_what() -> None:
    html = drawn(TABLE, "x=one")
    assert "2 of 3 shown, filtered by group ‘one’." in html
    assert 'aria-sort="none"' in html
    assert 'href="/t?x=one&amp;export=xlsx"' in html


def test_an_empty_table_says_whether_nothing_is_there_or_the_filter_hides_it() -> None:
    assert "There is nothing here yet." in drawn(Table(caption="T", columns=COLUMNS, rows=()))
    assert "Nothing matches." in drawn(TABLE, "q=zzz")
    assert "to see all 3" in drawn(TABLE, "q=zzz")


def test_a_table_without_rows_asks_for_no_filters() -> None:
    empty = Table(caption="T", columns=COLUMNS, rows=(), searchable=True, filters=(Filter("x", "Group"),))
    assert "<form" not in drawn(empty)
    assert "<form" in drawn(TABLE, "q=zzz")


def test_words_in_cells_are_escaped() -> None:
    table = Table(caption="<b>", columns=(Column("a", "<i>"),), rows=(row("<script>alert(1)</script>"),))
    html = drawn(table)
    assert "<script>" not in html
    assert "<i>" not in html


def test_an_unknown_cell_is_marked_as_unknown() -> None:
    assert "sl-unknown" in drawn(TABLE)


def test_a_list_that_is_no_table_has_pages_too() -> None:
    here = Address("/search", QueryDict("q=neglect&page=3"))
    paging = pages_of(205, here, size=20)
    assert (paging.first, paging.stop) == (41, 60)
    assert [link and link.text for link in paging.links] == ["1", "2", "3", "4", None, "11"]
    assert paging.previous == "/search?q=neglect&page=2"
    assert pages_of(0, here, size=20).links == ()
    html = Template('{% include "design/pagination.html" with label="results" %}').render(Context({"paging": paging}))
    assert 'aria-current="page"' in html


def test_the_addresses_of_a_long_list_are_those_that_django_gives() -> None:
    href = numbered_addresses("actions:action", "action", partnership="987654321987-north")
    assert href(12) == reverse("actions:action", kwargs={"partnership": "987654321987-north", "action": 12})
