"""Forms of agencies' returns."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import ManyRowsField, SplitDateField
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import organisations_of, posts_of

from ..domain.rapid import ANSWER_LABELS, Answer
from ..domain.rapid_plan import RETURN_DAY
from .incidents import guarded_line

NARROW = {"class": "govuk-input--width-4"}
DAY_HELP = "Counted from the start of the 15 working days"


class AskForm(forms.Form):
    organisations = ManyRowsField(
        queryset=Organisation.objects.none(),
        label="Agencies to ask",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one agency"},
    )
    due_day = forms.IntegerField(
        label="By which working day?",
        help_text=DAY_HELP,
        initial=RETURN_DAY,
        min_value=1,
        widget=forms.NumberInput(attrs=NARROW),
    )
    minutes = forms.IntegerField(
        label="How many minutes will it take them?",
        help_text="People answer sooner when they know",
        required=False,
        min_value=1,
        widget=forms.NumberInput(attrs=NARROW),
    )

    def __init__(self, *args: Any, partnership: Partnership, asked: set[int], usual: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = organisations_of(partnership).exclude(pk__in=asked)
        self.fields["organisations"].queryset = bodies
        # Those in the arrangements stand first; the others of the directory follow.
        names = {pk: str(name) for pk, name in bodies.values_list("pk", "name")}
        first = [(pk, name) for pk, name in names.items() if pk in usual]
        rest = [(pk, name) for pk, name in names.items() if pk not in usual]
        groups = (("In the arrangements", first), ("Others in the directory", rest))
        self.fields["organisations"].choices = [group for group in groups if group[1]]


class ReturnForm(forms.Form):
    """What was agreed with one agency: whom it is asked through, by when, and how long it takes."""

    asked_on = SplitDateField(label="When was it asked?")
    post = forms.ModelChoiceField(queryset=None, label="Post that answers", required=False, empty_label="Not known")
    due_day = forms.IntegerField(
        label="By which working day?", help_text=DAY_HELP, min_value=1, widget=forms.NumberInput(attrs=NARROW)
    )
    minutes = forms.IntegerField(
        label="How many minutes will it take?", required=False, min_value=1, widget=forms.NumberInput(attrs=NARROW)
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, body: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].queryset = posts_of(partnership, on).filter(organisation=body)


class ReceiveForm(forms.Form):
    answer = forms.ChoiceField(
        label="What did it answer?",
        choices=[(a.value, label) for a, label in ANSWER_LABELS.items()],
        widget=forms.RadioSelect,
        initial=Answer.INVOLVED.value,
    )
    on = SplitDateField(label="When did it come?")
    said_by = guarded_line(label="Who answered?", help_text="A post", required=False)
    kept_where = guarded_line(
        label="Where is it kept?",
        help_text="Your secure store and its reference. The return itself does not belong in Sightline",
        required=False,
    )


class ChaseForm(forms.Form):
    on = SplitDateField(label="When?")
    how = guarded_line(label="How?", help_text="An e-mail, a call", required=False)
