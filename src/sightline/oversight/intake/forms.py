from django import forms
from django.conf import settings

from sightline.foundation.design.fields import ManyFilesField, SplitDateField

from .models import Proposal


class PapersForm(forms.Form):
    """Several papers at once; with script each comes by itself."""

    files = ManyFilesField(
        label="Papers",
        help_text="Minutes, reports, terms of reference, spreadsheets: PDF, Word, Excel, CSV, web pages, e-mails or text.",
        error_messages={"required": "Choose at least one paper"},
    )

    is_restricted = forms.BooleanField(
        label="Restricted: only roles that read restricted papers may see them", required=False
    )

    def clean_files(self) -> list:
        files = self.cleaned_data["files"]
        large = [file.name for file in files if file.size > settings.UPLOAD_MAX_BYTES]
        if large:
            limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            raise forms.ValidationError(
                f"{large[0]} is larger than {limit} MB. Split it, or save it with smaller pictures."
            )
        return files


class MeetingForm(forms.Form):
    board = forms.ChoiceField(label="Which board met?", error_messages={"required": "Choose the board"})
    held_on = SplitDateField(label="When?", error_messages={"required": "Enter the date of the meeting"})

    def __init__(self, *args: object, boards: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].choices = [("", "Choose a board"), *((str(pk), name) for pk, name in boards)]


def answers_in(data: dict[str, str]) -> dict[str, str]:
    """`answer-person=person:12` and the like, by the question's name."""
    return {key.removeprefix("answer-"): value for key, value in data.items() if key.startswith("answer-") and value}


def corrections_in(data: dict[str, str], proposal: Proposal) -> dict[str, object]:
    """`field-date=…` by the field's name, for fields that the proposal has. An emptied field is one that is not said."""
    given = {}
    for name, value in proposal.fields.items():
        typed = data.get(f"field-{name}")
        if typed is not None and typed.strip() != _as_typed(value):
            given[name] = _like(typed.strip(), value)
    return given


def _as_typed(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value).strip()


def _like(typed: str, before: object) -> object:
    """A number stays a number, yes or no stays that; an emptied field is None."""
    if not typed:
        return None
    if isinstance(before, bool):
        return typed.lower() in ("yes", "y", "true")
    if isinstance(before, int | float):
        try:
            return type(before)(typed.replace(",", ""))
        except ValueError:
            return typed
    return [part.strip() for part in typed.split(",")] if isinstance(before, list) else typed
