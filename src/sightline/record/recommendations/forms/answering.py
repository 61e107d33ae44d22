"""Answering in words and by actions."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.directory.queries import organisations_of, people_of
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import boards_of
from sightline.record.actions.forms import OwnerField
from sightline.record.actions.models import Action
from sightline.record.actions.queries import actions_of

from ..domain import ANSWER_LABELS


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
    board = forms.ModelChoiceField(
        Board.objects.none(), label="Which board decided on it?", required=False, empty_label="None, or not known"
    )
    person = forms.ModelChoiceField(
        Person.objects.none(), label="Who gave it?", required=False, empty_label="Not known"
    )
    reason = GuardedTextField(
        label="Why, and what follows from it",
        help_text="Needed when the recommendation is not accepted in full",
        required=False,
    )
    on = SplitDateField(label="Date of the answer", error_messages={"required": "Enter the date of the answer"})

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": on}, **kwargs)
        self.fields["organisation"].queryset = organisations_of(partnership)
        self.fields["board"].queryset = boards_of(partnership, on)
        self.fields["person"].queryset = people_of(partnership)


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


class RaiseForm(forms.Form):
    what = GuardedTextField(
        label="What is to be done?",
        help_text="One sentence that begins with a verb",
        error_messages={"required": "Say what is to be done"},
    )
    owner = OwnerField(label="Who owns it?", required=False, help_text="A post or an agency outlives the person")
    helper = OwnerField(label="Who else contributes?", required=False)
    due_on = SplitDateField(label="By when?", help_text="For example, 27 3 2027", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("owner", "helper"):
            self.fields[name].offer(partnership, on)
