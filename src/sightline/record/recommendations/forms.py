"""Forms of recommendations."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import SplitDateField
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import organisations_of
from sightline.record.actions.models import Action
from sightline.record.actions.queries import actions_of

from .domain import ANSWER_LABELS


class RecommendationForm(forms.Form):
    text = forms.CharField(
        label="The recommendation, in its exact words",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter the words of the recommendation"},
    )
    number = forms.CharField(label="Number", max_length=40, required=False)
    source_title = forms.CharField(
        label="Who made it?",
        help_text="The review, audit, inspection or report, by its title",
        max_length=300,
        error_messages={"required": "Enter the review, audit or report that made it"},
    )
    made_on = SplitDateField(label="When was it made?", required=False)
    addressed_to = forms.ModelChoiceField(
        Organisation.objects.none(), label="Addressed to", required=False, empty_label="The partnership as a whole"
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressed_to"].queryset = organisations_of(partnership)


class WordingForm(forms.Form):
    text = forms.CharField(
        label="The recommendation, in its exact words",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter the words of the recommendation"},
    )
    number = forms.CharField(label="Number", max_length=40, required=False)
    made_on = SplitDateField(label="When was it made?", required=False)


class ResponseForm(forms.Form):
    answer = forms.ChoiceField(
        label="What is the answer?",
        choices=[(a.value, label) for a, label in ANSWER_LABELS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an answer"},
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Whose answer is it?", required=False, empty_label="The partnership’s"
    )
    reason = forms.CharField(
        label="Why, and what follows from it",
        help_text="Needed when the recommendation is not accepted in full",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    on = SplitDateField(label="Date of the answer", error_messages={"required": "Enter the date of the answer"})

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_of(partnership)


class AnsweringActionForm(forms.Form):
    action = forms.ModelChoiceField(
        Action.objects.none(),
        label="Which action answers it?",
        empty_label="Choose an action",
        error_messages={"required": "Choose an action"},
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].queryset = actions_of(partnership, on)
