"""Forms of what a region keeps for all: themes and formats of plans."""

from typing import Any

from django import forms

from sightline.foundation.design.fields import GuardedTextField, SplitDateField

from ..models import PlanFormat


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class WordsForm(forms.Form):
    words = GuardedTextField(
        rows=4,
        label="Words by which plans name it",
        help_text="One on each line. Whole words; a plural is found by itself",
        error_messages={"required": "Write at least one word"},
    )

    def clean_words(self) -> list[str]:
        found = _lines(self.cleaned_data["words"])
        if any(len(one) > 120 for one in found):
            raise forms.ValidationError("Each line has at most 120 characters")
        return found


class ThemeOfRegionForm(WordsForm):
    label = forms.CharField(
        label="What is the theme called?", max_length=120, error_messages={"required": "Give the theme a name"}
    )
    definition = GuardedTextField(rows=3, label="What does it cover?", required=False)
    field_order = ("label", "definition", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = False


class ReplaceThemeForm(ThemeOfRegionForm):
    on = SplitDateField(label="From which day?", error_messages={"required": "Enter the day"})
    field_order = ("label", "definition", "words", "on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = "Further words by which plans name it"
        self.fields["words"].help_text = "One on each line. The words of the theme it replaces come along"


class FromDayForm(forms.Form):
    on = SplitDateField(label="From which day?", error_messages={"required": "Enter the day"})


class FormatForm(forms.Form):
    title = forms.CharField(
        label="What is the plan called?", max_length=200, error_messages={"required": "Give the plan a name"}
    )
    purpose = GuardedTextField(rows=3, label="What is it for?", required=False)
    owed_by = forms.CharField(label="Who must have it?", max_length=300, required=False)
    basis_words = forms.CharField(label="On what is it based?", max_length=500, required=False)
    review_months = forms.IntegerField(
        label="After how many months is it reviewed?", required=False, min_value=1, max_value=120
    )


class NewFormatForm(FormatForm):
    required = GuardedTextField(
        rows=6,
        label="Sections that every plan has",
        required=False,
        help_text="One on each line",
    )
    optional = GuardedTextField(
        rows=4,
        label="Sections that may be left out",
        required=False,
        help_text="One on each line",
    )

    def clean_required(self) -> list[str]:
        return _lines(self.cleaned_data["required"])

    def clean_optional(self) -> list[str]:
        return _lines(self.cleaned_data["optional"])


def initial_of_format(format: PlanFormat) -> dict[str, Any]:
    return {name: getattr(format, name) for name in ("title", "purpose", "owed_by", "basis_words", "review_months")}


class SectionForm(forms.Form):
    title = forms.CharField(label="What is the section called?", max_length=200)
    asks = GuardedTextField(rows=3, label="What does it ask for?", required=False)
    is_required = forms.BooleanField(label="Every plan has to have it", required=False, initial=True)
