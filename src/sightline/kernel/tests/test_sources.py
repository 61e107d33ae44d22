import pytest

from sightline.kernel.sources import Stated, stated


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("", Stated("", "", "")),
        ("yearly report 2021-22", Stated("yearly report 2021-22", "", "")),
        ("https://www.leedsscp.org.uk/news/x", Stated("leedsscp.org.uk", "https://www.leedsscp.org.uk/news/x", "")),
        (
            "general knowledge; features seen at https://a.example/x/y",
            Stated("a.example", "https://a.example/x/y", "general knowledge; features seen at"),
        ),
        (
            "https://a.example/x ; https://b.example/y",
            Stated("a.example", "https://a.example/x", "b.example"),
        ),
        (
            "https://a.example/x (section number: general knowledge)",
            Stated("a.example", "https://a.example/x", "(section number: general knowledge)"),
        ),
    ],
)
def test_a_source_is_named_by_its_site_and_leads_to_its_address(source, shown):
    assert stated(source) == shown
