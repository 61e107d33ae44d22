import pytest

from sightline.config.command import _port


@pytest.mark.parametrize(
    ("typed", "port"),
    [
        (["demo"], "8000"),
        (["demo", "--port", "8123"], "8123"),
        (["demo", "--port=8124", "--build-only"], "8124"),
        (["demo", "--port"], "8000"),
    ],
)
def test_the_links_of_a_demonstration_lead_to_where_it_is_served(typed: list[str], port: str) -> None:
    assert _port(typed) == port
