"""Forms of law: taking a change in, and keeping the law that all partnerships use."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from sightline.foundation.design.fields import GuardedTextField, SplitDateField

from .models import Edition

HINT = "For example, 27 3 2027"
KINDS = (
    "act",
    "regulations",
    "statutory guidance",
    "guidance",
    "standard",
    "report",
    "policy paper",
    "change of structure",
    "programme",
    "notice",
)


class AcknowledgeForm(forms.Form):
    what_was_done = GuardedTextField(
        label="What was done?",
        help_text="Who was told, which policy or form was changed, what is still to come",
        max_length=600,
        error_messages={"required": "Say what was done"},
    )
    agency = GuardedTextField(
        label="For one agency alone?",
        help_text="Leave empty when it is the word of the whole partnership",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"data-guarded": True}),
    )
    on = SplitDateField(label="On which day?", help_text=HINT)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        day = self.cleaned_data["on"]
        if day > self.today:
            raise ValidationError("This day is still to come. Give today or an earlier day")
        return day


class SureForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class InstrumentForm(forms.Form):
    name = forms.CharField(label="Name", max_length=200)
    kind = forms.ChoiceField(label="Kind", choices=[(kind, kind.capitalize()) for kind in KINDS])
    aliases = GuardedTextField(
        rows=3,
        label="Other names that papers use",
        help_text="One a line",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["slug"] = slugify(data.get("name", ""))[:80]
        data["aliases"] = [line.strip() for line in data.get("aliases", "").splitlines() if line.strip()]
        return data


class EditionForm(forms.Form):
    label = forms.CharField(label="Name of the edition", help_text="With its year", max_length=200)
    announced_on = SplitDateField(label="Announced", required=False)
    made_on = SplitDateField(label="Made, or Royal Assent", required=False)
    in_force_on = SplitDateField(label="In force from", required=False, help_text="Leave empty while it is not known")
    as_published = forms.CharField(label="The dates as the source words them", max_length=200, required=False)
    what_changed = GuardedTextField(rows=4, label="What changed, in our own words", required=False)
    source = forms.CharField(label="Source", help_text="The address where it was read", max_length=500)
    is_verified = forms.BooleanField(label="I have seen it in the original", required=False)


class SupersedeForm(forms.Form):
    superseded_by = forms.ModelChoiceField(label="Which edition takes its place?", queryset=None, empty_label="Choose")
    on = SplitDateField(label="From which day?", help_text=HINT)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Edition.objects.exclude(pk=edition.pk).filter(instrument=edition.instrument)
        self.fields["superseded_by"].queryset = others


class DutyForm(forms.Form):
    number = forms.CharField(
        label="Number or name of the provision",
        help_text="The same as in the edition before, where it is the same provision: so the two are compared",
        max_length=60,
    )
    summary = GuardedTextField(rows=2, label="What the provision is about")
    owed_by = forms.CharField(label="Who owes it?", max_length=200)
    what = GuardedTextField(rows=3, label="What is owed, in our own words?")
    when = forms.CharField(label="By when, or how often?", max_length=200, required=False)
    evidence = forms.CharField(label="What shows it?", max_length=300, required=False)
    started_on = SplitDateField(label="Owed from", required=False, help_text="Only where later than the edition itself")
    source = forms.CharField(label="Source", help_text="The address where it was read", max_length=500)
    is_verified = forms.BooleanField(label="I have seen it in the original", required=False)
