"""The one form renderer: every field with its label, its hint, its error, and the summary that leads to it."""

from datetime import date
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict

from sightline.foundation.design.fields import ManyFilesField, SplitDateField


class Meeting(forms.Form):
    title = forms.CharField(label="Title", help_text="As on the <agenda>", max_length=80)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)
    held_on = SplitDateField(label="When was it held?")
    notes = forms.CharField(label="Notes", widget=forms.Textarea, max_length=200, required=False)
    password = forms.CharField(label="Password", widget=forms.PasswordInput, required=False)
    seats = forms.IntegerField(label="Seats", required=False)
    cost = forms.DecimalField(label="Cost", required=False)
    board = forms.ChoiceField(label="Board", choices=[("", "Choose"), ("Boards", [("1", "Executive"), ("2", "A & B")])])
    post = forms.ChoiceField(label="Post", choices=[(str(n), f"Post {n}") for n in range(20)], required=False)
    kind = forms.ChoiceField(label="Kind", choices=[("a", "Ordinary"), ("b", "Extra")], widget=forms.RadioSelect)
    who = forms.MultipleChoiceField(
        label="Who", choices=[("x", "Police"), ("y", "Health")], widget=forms.CheckboxSelectMultiple, required=False
    )
    paper = forms.FileField(label="Paper", required=False)
    public = forms.BooleanField(label="It is public")


class Page(HTMLParser):
    """The elements of a page by id, the labels, and what describes what."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.by_name: dict[str, list[dict[str, str | None]]] = {}
        self.labels: list[str] = []
        self.described: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if found.get("id") else []
        self.labels += [found["for"]] if tag == "label" and found.get("for") else []
        self.described += (found.get("aria-describedby") or "").split()
        self.links += [found["href"][1:]] if tag == "a" and (found.get("href") or "").startswith("#") else []
        if found.get("name"):
            self.by_name.setdefault(found["name"], []).append(found)


def drawn(template: str, **context: object) -> str:
    return Template("{% load design %}" + template).render(Context(context))


@pytest.fixture
def blank() -> str:
    return drawn("{% form_fields form %}", form=Meeting())


@pytest.fixture
def wrong() -> Meeting:
    return Meeting(
        {"title": "", "held_on_day": "31", "held_on_month": "2", "held_on_year": "2022", "notes": "kept words"}
    )


def test_every_input_has_a_label_and_every_description_exists(wrong: Meeting) -> None:
    page = Page(drawn("{% error_summary form %}{% form_fields form %}", form=wrong))
    inputs = [one for name, found in page.by_name.items() for one in found if one.get("type") != "hidden"]
    assert len(page.ids) == len(set(page.ids))
    assert {one["id"] for one in inputs} <= set(page.labels)
    assert page.described
    assert set(page.described) <= set(page.ids)


def test_each_error_of_the_summary_leads_to_an_input_that_is_on_the_page(wrong: Meeting) -> None:
    page = Page(drawn("{% error_summary form %}{% form_fields form %}", form=wrong))
    assert page.links == ["id_title", "id_held_on_day", "id_board", "id_kind", "id_public"]
    assert set(page.links) <= set(page.ids)


def test_a_missing_answer_is_asked_for_in_the_words_of_the_question(wrong: Meeting) -> None:
    html = drawn("{% error_summary form %}", form=wrong)
    for words in ("Enter title", "Choose board", "Choose kind", "Tick ‘It is public’ to go on"):
        assert words in html
    assert "This field is required" not in html


def test_what_was_typed_is_still_there_after_an_error(wrong: Meeting) -> None:
    html = drawn("{% form_fields form %}", form=wrong)
    page = Page(html)
    assert [page.by_name[f"held_on_{part}"][0]["value"] for part in ("day", "month", "year")] == ["31", "2", "2022"]
    assert "kept words" in html


def test_a_form_without_errors_has_no_summary() -> None:
    assert drawn("{% error_summary form %}", form=Meeting()) == ""


def test_hints_are_escaped_and_fields_that_may_stay_empty_say_so(blank: str) -> None:
    assert "As on the &lt;agenda&gt;" in blank
    assert "Notes (optional)" in blank
    assert "Title (optional)" not in blank
    assert "A &amp; B" in blank


def test_a_long_select_can_be_searched_and_a_short_one_is_left_alone(blank: str) -> None:
    page = Page(blank)
    assert "data-searchable" in page.by_name["post"][0]
    assert "data-searchable" not in page.by_name["board"][0]
    assert '<optgroup label="Boards">' in blank


def test_numbers_are_typed_as_text_so_that_nothing_typed_is_lost(blank: str) -> None:
    page = Page(blank)
    seats, cost = page.by_name["seats"][0], page.by_name["cost"][0]
    assert (seats["type"], seats["inputmode"]) == ("text", "numeric")
    assert (cost["type"], cost["inputmode"]) == ("text", "decimal")


def test_a_place_for_longer_words_has_five_lines_unless_the_form_says_otherwise(blank: str) -> None:
    class Long(forms.Form):
        story = forms.CharField(label="Story", widget=forms.Textarea(attrs={"rows": 12}))

    assert Page(blank).by_name["notes"][0]["rows"] == "5"
    assert Page(drawn("{% form_fields form %}", form=Long())).by_name["story"][0]["rows"] == "12"


def test_a_limit_of_letters_is_counted(blank: str) -> None:
    assert 'data-maxlength="200"' in blank


def test_chosen_answers_are_shown_as_chosen() -> None:
    form = Meeting(initial={"held_on": date(2022, 3, 1), "board": "2", "kind": "b", "who": ["y"], "public": True})
    page = Page(drawn("{% form_fields form %}", form=form))
    assert [page.by_name[f"held_on_{part}"][0]["value"] for part in ("day", "month", "year")] == ["1", "3", "2022"]
    assert ["checked" in one for one in page.by_name["kind"]] == [False, True]
    assert ["checked" in one for one in page.by_name["who"]] == [False, True]
    assert "checked" in page.by_name["public"][0]


def test_one_question_on_a_page_is_its_heading() -> None:
    assert "<h1" in drawn("{% field form.title heading=True %}", form=Meeting())
    assert "<h1" in drawn("{% field form.held_on heading=True %}", form=Meeting())


def test_errors_of_the_whole_form_and_of_a_formset_are_in_the_summary() -> None:
    class Pair(forms.Form):
        name = forms.CharField(label="Name")

        def clean(self) -> None:
            raise forms.ValidationError("These two do not agree.")

    formset = forms.formset_factory(Pair, extra=0, min_num=2, validate_min=True)
    sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "Ann", "form-1-name": ""}
    html = drawn("{% error_summary one many %}", one=Pair({"name": "x"}), many=formset(sent))
    assert html.count("These two do not agree.") >= 2
    assert 'href="#id_form-1-name"' in html


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("1", "3", "2022"), date(2022, 3, 1)),
        ((" 01", "March", "2022 "), date(2022, 3, 1)),
        (("9", "sep", "2022"), date(2022, 9, 9)),
    ],
)
def test_a_date_is_understood_with_the_month_in_figures_or_words(typed: tuple[str, ...], expected: date) -> None:
    assert SplitDateField().clean(list(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("", "", ""), "Enter a date"),
        (("1", "", "2022"), "The date must include a month"),
        (("1", "", ""), "The date must include a month and year"),
        (("31", "2", "2022"), "Enter a real date"),
        (("1", "ju", "2022"), "Enter a real date"),
        (("1", "Mai", "2022"), "Enter a real date"),
        (("1", "3", "22"), "Enter a real date"),
        (("one", "3", "2022"), "Enter a real date"),
    ],
)
def test_a_date_that_is_not_one_is_refused_with_what_to_do(typed: tuple[str, ...], words: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        SplitDateField().clean(list(typed))
    assert words in refused.value.messages[0]


def test_an_optional_date_may_be_left_out_and_a_change_is_noticed() -> None:
    field = SplitDateField(required=False)
    assert field.clean(["", "", ""]) is None
    assert not field.has_changed(date(2022, 3, 1), ["1", "3", "2022"])
    assert field.has_changed(date(2022, 3, 1), ["2", "3", "2022"])
    assert not field.has_changed(None, ["", "", ""])


def test_several_files_come_through_one_input() -> None:
    class Drop(forms.Form):
        papers = ManyFilesField(label="Papers")

    files = [SimpleUploadedFile(name, b"x") for name in ("one.txt", "two.txt")]
    form = Drop({}, MultiValueDict({"papers": files}))
    assert form.is_valid(), form.errors
    assert [file.name for file in form.cleaned_data["papers"]] == ["one.txt", "two.txt"]
    empty = Drop({}, MultiValueDict())
    assert "Choose a file for ‘Papers’" in drawn("{% error_summary form %}", form=empty)
    assert " multiple" in drawn("{% form_fields form %}", form=Drop())
