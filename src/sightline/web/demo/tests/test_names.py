"""The demonstration's people are invented: their names are nobody's in the papers that Sightline was made from."""

import re
from pathlib import Path

import pytest

from sightline.web.demo.making import table
from sightline.web.demo.people import GIVEN, SURNAMES, invented_name

SHARED = Path(__file__).resolve().parents[5].parent / "shared"


def names_of_the_demonstration() -> set[str]:
    named = {row[column] for row in table("seats") for column in ("member", "before", "deputy") if row[column]}
    named |= {row["holder"] for row in table("posts") if row["holder"]}
    return named | {invented_name(number) for number in range(300)}


def test_no_invented_name_comes_twice():
    names = [invented_name(number) for number in range(300)]
    assert len(set(names)) == len(names)


def test_the_parts_of_names_are_all_different():
    assert len(set(GIVEN)) == len(GIVEN)
    assert len(set(SURNAMES)) == len(SURNAMES)


def test_no_name_of_a_real_paper_is_in_the_demonstration():
    papers = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("corpus/*/*.txt")]
    if not papers:
        pytest.skip("the papers that Sightline was made from are not beside this checkout")
    text = re.sub(
        r"\s+", " ", " ".join(paper.read_text(encoding="utf-8", errors="replace") for paper in papers)
    ).casefold()
    assert not [name for name in names_of_the_demonstration() if name.casefold() in text]
