"""Writing a recommendation down, and saying what it is about."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import ManyRowsField, SplitDateField
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import themes_for

from ..domain import SourceKind, natural_order
from ..models import Recommendation
from ..queries import recommendations_of
from .fields import AddresseeField, kind_field, respond_by_field, words_field


class RecommendationForm(forms.Form):
    text = words_field()
    number = forms.CharField(label="Number", max_length=40, required=False)
    source_title = forms.CharField(
        label="Who made it?",
        help_text="The review, audit, inspection or report, by its title",
        max_length=300,
        error_messages={"required": "Enter the review, audit or report that made it"},
    )
    source_kind = kind_field()
    made_on = SplitDateField(label="When was it made?", required=False)
    addressed_to = AddresseeField(label="Addressed to", required=False)
    is_to_all = forms.BooleanField(label="The report makes it to all partnerships", required=False)
    urgency_as_written = forms.CharField(
        label="How soon", help_text="In the words of the report, if it says", max_length=120, required=False
    )
    respond_by = respond_by_field()

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressed_to"].offer(partnership, on, "The partnership as a whole")


class WordingForm(forms.Form):
    text = words_field()
    number = forms.CharField(label="Number", max_length=40, required=False)
    source_title = forms.CharField(label="Who made it?", max_length=300, required=False)
    source_kind = kind_field()
    made_on = SplitDateField(label="When was it made?", required=False)
    respond_by = respond_by_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A kind that was written otherwise than the list has it stays a choice."""
        super().__init__(*args, **kwargs)
        written = self.initial.get("source_kind")
        if written and written not in set(SourceKind):
            self.fields["source_kind"].choices.append((written, written))

    def clean_source_title(self) -> str | None:
        return self.cleaned_data["source_title"] or None

    def clean_source_kind(self) -> str | None:
        return self.cleaned_data["source_kind"] if "source_kind" in self.data else None


class AddresseeForm(forms.Form):
    addressee = AddresseeField(
        label="To whom is it made?", error_messages={"required": "Choose an organisation, a post or a board"}
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["addressee"].offer(partnership, on, "Choose")


class ThemesForm(forms.Form):
    themes = ManyRowsField(
        Theme.objects.none(),
        label="What is it about?",
        help_text="Choose all that apply. Those that Sightline found in the words are chosen already",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, standing: list[int], **kwargs: Any) -> None:
        super().__init__(*args, initial={"themes": standing}, **kwargs)
        offered = themes_for(partnership, on).values_list("pk", flat=True)
        self.fields["themes"].queryset = Theme.objects.filter(pk__in=[*offered, *standing])


class SupersedeForm(forms.Form):
    newer = forms.ModelChoiceField(
        Recommendation.objects.none(),
        label="Which recommendation stands in its place?",
        empty_label="Choose a recommendation",
        error_messages={"required": "Choose the recommendation that stands in its place"},
    )
    on = SplitDateField(label="Since when?", error_messages={"required": "Enter the date"})

    def __init__(self, *args: Any, partnership: Partnership, one: Recommendation, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = recommendations_of(partnership, on).filter(partnership=partnership).exclude(pk=one.pk)
        found = sorted(others, key=lambda r: (r.source_title, natural_order(r.number)))
        self.fields["newer"].queryset = others
        named = [(r.pk, f"{r.source_title}, {r.number}: {r.text}"[:120]) for r in found]
        self.fields["newer"].choices = [("", "Choose a recommendation"), *named]


class SureForm(forms.Form):
    """Nothing is asked but that the button is pressed."""

    sure = forms.CharField(widget=forms.HiddenInput, initial="yes")
