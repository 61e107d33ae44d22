"""The frame of every page: whole without a context, clear about the date, and free of inline style and script."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

SOURCE = Path(__file__).parents[2] / "src/sightline"
STATIC = SOURCE / "foundation/design/static/design"
# Programs that read e-mail know no style sheets: those pages carry their styles with them.
TEMPLATES = sorted(path for path in SOURCE.rglob("templates/**/*.html") if path.parent.name != "email")
INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*(?:\ssrc=|type=\"application/json\"))|\son[a-z]+=|javascript:|hx-on|hx-vals=['\"]js:",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_inline_style_or_script(path: Path) -> None:
    assert not INLINE.search(path.read_text(encoding="utf-8"))


def test_the_check_for_inline_code_finds_it() -> None:
    for bad in (
        '<p style="color:red">',
        "<script>x</script>",
        '<a onclick="x()">',
        '<a href="javascript:x">',
        "<style>",
    ):
        assert INLINE.search(bad), bad
    assert not INLINE.search('<script type="module" src="a.js" data-on="x"></script>')


def test_nothing_is_fetched_from_elsewhere_and_no_restricted_mark_is_left() -> None:
    for path in [*STATIC.glob("*.css"), *STATIC.glob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(['\"]?(https?:|//|/assets)|@import|sourceMappingURL", text), path.name
        assert "GDS Transport" not in text
        assert "crest.svg" not in text


def test_the_layout_is_whole_when_nothing_is_given() -> None:
    html = render_to_string("design/layout.html", {})
    assert 'id="main-content"' in html
    assert 'href="#main-content"' in html
    assert "Record as at" not in html


def frame(**changes: object) -> str:
    context = {
        "scope": {"partnership_name": "Eastmarsh <SCP>"},
        "as_at": {"date": date(2022, 3, 1), "is_today": False, "form_action": "/as-at"},
        "navigation": [{"text": "Boards", "href": "/boards", "current": True}],
        "account": {"name": "Ann Example", "sign_out_href": "/out"},
        "search_href": "/search",
    }
    return render_to_string("design/layout.html", context | changes, RequestFactory().get("/boards?x=1"))


def test_a_past_date_is_said_and_today_is_one_click_away() -> None:
    html = frame()
    assert "You are seeing the record as at <strong>1 March 2022</strong>" in html
    assert '<input type="hidden" name="on" value="">' in html
    assert 'name="next" value="/boards?x=1"' in html
    today = frame(as_at={"date": date(2026, 3, 1), "is_today": True, "form_action": "/as-at"})
    assert "You are seeing" not in today
    assert "(today)" in today


def test_the_frame_escapes_marks_the_place_and_posts_to_sign_out() -> None:
    html = frame()
    assert "Eastmarsh &lt;SCP&gt;" in html
    assert 'aria-current="page"' in html
    assert re.search(r'<form method="post" action="/out"><input type="hidden" name="csrfmiddlewaretoken"', html)


@pytest.mark.parametrize(
    ("level", "role", "words"),
    [
        (constants.SUCCESS, "alert", "Success"),
        (constants.ERROR, "alert", "There is a problem"),
        (constants.INFO, "status", "Important"),
    ],
)
def test_messages_are_announced(level: int, role: str, words: str) -> None:
    html = frame(messages=[Message(level, "The minutes are published.")])
    assert re.search(rf'govuk-notification-banner[^>]*role="{role}"', html, re.DOTALL)
    assert words in html
    assert "The minutes are published." in html


def test_an_error_is_said_in_the_title_of_the_page() -> None:
    html = Template('{% extends "design/layout.html" %}').render(Context({"form": {"errors": {"a": "b"}}}))
    assert "<title>Error: " in html


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime(2022, 3, 1, 14, 30), "1 March 2022 at 2:30pm"),
        (datetime(2022, 3, 1, 0, 5), "1 March 2022 at 12:05am"),
        (datetime(2022, 3, 1, 12, 0), "1 March 2022 at 12pm"),
        (None, ""),
    ],
)
def test_moments_are_written_as_people_say_them(value: datetime | None, words: str) -> None:
    assert Template("{% load design %}{{ value|moment }}").render(Context({"value": value})) == words


def test_a_question_before_a_deed_posts_names_the_deed_and_lets_people_go_back() -> None:
    asked = {
        "title": "Close it?",
        "texts": ["It can be opened again."],
        "button": "Close",
        "href": "/c",
        "cancel_href": "/b",
    }
    html = render_to_string("design/confirm.html", {"confirm": asked}, RequestFactory().get("/"))
    assert '<form class="sl-confirm" method="post" action="/c">' in html
    assert "<h1" in html
    assert "csrfmiddlewaretoken" in html
    assert re.search(r'<a class="govuk-link" href="/b">Cancel</a>', html)


def test_the_gallery_shows_every_piece(client, db) -> None:
    shown = {template.name for template in client.get("/gallery").templates}
    pieces = {f"design/{path.name}" for path in SOURCE.glob("foundation/design/templates/design/*.html")}
    assert pieces - shown == {"design/htmx.html", "design/asking.html"}  # one is configuration, one a whole page


def test_the_gallery_can_be_opened_and_its_table_taken_away(client, db) -> None:
    answer = client.get("/gallery?actions-page=2")
    assert answer.status_code == 200
    assert "Record as at" in answer.content.decode()
    assert client.get("/gallery?export=xlsx")["Content-Disposition"].endswith('"actions.xlsx"')
