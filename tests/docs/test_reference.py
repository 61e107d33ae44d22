"""The reference pages say what the code does. `make docs` writes them again."""

from pathlib import Path

import pytest

from sightline.web.console.reference import PAGES, page

FOLDER = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", PAGES)
def test_a_reference_page_is_as_the_code_is(name):
    assert (FOLDER / name).read_text(encoding="utf-8") == page(name), "run `make docs`"


def test_every_decision_has_a_number_of_its_own():
    numbers = [path.name[:4] for path in (FOLDER.parent / "decisions").glob("[0-9]*.md")]
    assert sorted(numbers) == sorted(set(numbers))
