"""Typed words that tell of a child are said and refused, in one place for every form."""

from django import forms
from django.test import Client

from sightline.foundation.design.fields import GuardedTextField


class Learned(forms.Form):
    learning = GuardedTextField(label="What was learned?")


def test_a_form_refuses_them_and_says_why_and_what_to_do() -> None:
    form = Learned({"learning": "The 7-year-old was not seen alone."})
    assert not form.is_valid()
    assert form.errors["learning"] == [
        "This looks like it tells of a child: it gives the age of one child. Sightline keeps governance only. "
        "Take it out, or use the reference of the review."
    ]


def test_a_form_takes_words_about_practice() -> None:
    assert Learned({"learning": "Children aged 10 to 17 were not asked."}).is_valid()


def test_the_page_is_told_while_someone_types_and_hears_nothing_of_the_text_again(client: Client) -> None:
    answer = client.post("/words", {"words": "A boy called Wilfred"}).json()
    assert "names a child" in answer["said"] and "Wilfred" not in answer["said"]
    assert client.post("/words", {"words": "Supervision was late"}).json() == {"said": ""}
    assert client.get("/words").status_code == 405
