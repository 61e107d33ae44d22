"""Pictures say in words what they show, keep unknown apart from zero, and carry no style and no script."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.foundation.design.charts import Chart, Point, Series, bars, line, nice_top, strip
from sightline.foundation.design.marks import Mark

NAME = "<Ash> & Vale"
SVG = "{http://www.w3.org/2000/svg}"


def every_kind() -> list[Chart]:
    points = (Point("2024", 60.0), Point("2025", None), Point("2026", 0))
    return [
        line("Over years", "It falls.", [Series(NAME, points), Series("Police", points)], unit="%"),
        bars("Side by side", "One is unknown.", [Point(NAME, 40), Point("Police", None), Point("Health", 0)], unit="%"),
        strip(
            "Meetings",
            "Each mark is one.",
            ["Jan", "Feb"],
            [(NAME, [Mark("yes", "Present"), Mark("unknown", "Not known")])],
        ),
    ]


@pytest.mark.parametrize("chart", every_kind(), ids=lambda chart: chart.title)
def test_a_picture_is_well_formed_titled_described_and_free_of_style(chart: Chart) -> None:
    root = ElementTree.fromstring(str(chart.svg))
    assert root.find(f"{SVG}title").text == chart.title
    assert root.find(f"{SVG}desc").text == chart.description
    assert root.get("role") == "img"
    everything = list(root.iter())
    assert not [one for one in everything if one.get("style") or any(name.startswith("on") for name in one.attrib)]
    assert not [one for one in everything if one.tag in (f"{SVG}style", f"{SVG}script")]


@pytest.mark.parametrize("chart", every_kind(), ids=lambda chart: chart.title)
def test_the_numbers_stand_beside_the_picture_and_unknown_is_hatched(chart: Chart) -> None:
    said = {cell.words for found in chart.table.rows for cell in found.cells}
    assert "Not known" in said
    assert NAME in said | {column.title for column in chart.table.columns}
    assert f"url(#{chart.id}-unknown)" in chart.svg


def test_unknown_breaks_a_line_and_is_not_drawn_as_zero() -> None:
    points = (Point("a", 1), Point("b", None), Point("c", 3), Point("d", 4))
    root = ElementTree.fromstring(str(line("T", "D", [Series("S", points)]).svg))
    path = next(one.get("d") for one in root.iter(f"{SVG}path") if one.get("stroke-width") == "2.5")
    assert (path.count("M"), path.count("L")) == (2, 1)


def test_a_gap_of_one_line_alone_says_whose_it_is() -> None:
    known, gap = (Series(name, (Point("a", 1), Point("b", value))) for name, value in (("Police", 2), ("Health", None)))
    assert "<title>Health: not known</title>" in line("T", "D", [known, gap]).svg


def test_two_pictures_of_one_page_do_not_share_ids() -> None:
    one, other = (bars("Attendance", "D", [Point("Police", value)]) for value in (1, 2))
    assert one.id != other.id


def test_the_names_of_lines_that_end_together_do_not_cover_each_other() -> None:
    series = [Series(name, (Point("a", 1), Point("b", 2))) for name in ("One", "Two", "Three")]
    root = ElementTree.fromstring(str(line("T", "D", series).svg))
    heights = sorted(float(one.get("y")) for one in root.iter(f"{SVG}text") if one.text in ("One", "Two", "Three"))
    assert all(lower - upper >= 17 for upper, lower in pairwise(heights))


def test_pictures_with_nothing_in_them_are_drawn() -> None:
    for chart in (line("T", "D", []), bars("T", "D", []), strip("T", "D", [], [])):
        ElementTree.fromstring(str(chart.svg))


@given(st.lists(st.none() | st.floats(0, 1e9, allow_nan=False), max_size=20))
def test_the_scale_holds_every_value(values: list[float | None]) -> None:
    top = nice_top(values)
    assert top > 0
    assert all(value <= top * (1 + 1e-9) for value in values if value is not None)
