"""Fields and widgets that the Design System has and Django lacks."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sightline.kernel.guarded import child_details

MONTHS = ["january", "february", "march", "april", "may", "june"]
MONTHS += ["july", "august", "september", "october", "november", "december"]


class SplitDateWidget(forms.MultiWidget):
    """Day, month and year as three inputs: what people type most surely for dates they know."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: forms.TextInput() for part in ("day", "month", "year")}, attrs)

    def decompress(self, value: date | None) -> list[int | str]:
        return [value.day, value.month, value.year] if value else ["", "", ""]


class SplitDateField(forms.MultiValueField):
    """A date from three inputs. A month may be typed as a number or as a word ("3", "Mar", "march")."""

    widget = SplitDateWidget
    default_error_messages = {
        "required": "Enter a date",
        "missing": "The date must include a %(parts)s",
        "invalid": "Enter a real date, such as 27 3 2026",
    }

    def __init__(self, **kwargs: Any) -> None:
        parts = (forms.CharField(max_length=2), forms.CharField(max_length=9), forms.CharField(max_length=4))
        super().__init__(fields=parts, require_all_fields=False, **kwargs)
        for part in self.fields:
            part.required = False

    def clean(self, value: list[str] | None) -> date | None:
        typed = [str(part or "").strip() for part in (value or ["", "", ""])]
        if not any(typed):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        missing = [name for name, part in zip(("day", "month", "year"), typed, strict=True) if not part]
        if missing:
            words = " and ".join(missing)
            raise ValidationError(self.error_messages["missing"], code="missing", params={"parts": words})
        answer = self._date(*typed)
        self.run_validators(answer)
        return answer

    def _date(self, day: str, month: str, year: str) -> date:
        try:
            if len(year) != 4:
                raise ValueError("a year has four digits")
            return date(int(year), _month_number(month), int(day))
        except ValueError as problem:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from problem

    def compress(self, data_list: list[Any]) -> date | None:
        return self.clean(data_list)

    def has_changed(self, initial: date | None, data: list[str] | None) -> bool:
        before = [str(part) for part in self.widget.decompress(initial)]
        return before != [str(part or "").strip() for part in (data or ["", "", ""])]


def _month_number(month: str) -> int:
    if month.isdecimal():
        return int(month)
    found = [number for number, name in enumerate(MONTHS, 1) if len(month) >= 3 and name.startswith(month.lower())]
    if len(found) != 1:
        raise ValueError("no such month")
    return found[0]


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files from one input; `cleaned_data` holds a list."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = (data or [None]) if isinstance(data, list | tuple) else [data]
        return [one for one in (super(ManyFilesField, self).clean(file, initial) for file in files) if one]


LONGEST_ID = 18  # digits; no database numbers rows further


class ManyRowsField(forms.ModelMultipleChoiceField):
    """Several rows to choose. A number longer than any row's is refused in words; Django hands it to the database."""

    def clean(self, value: Any) -> Any:
        for one in value or ():
            if str(one).lstrip("-").isdigit() and len(str(one)) > LONGEST_ID:
                message = self.error_messages["invalid_choice"]
                raise ValidationError(message, code="invalid_choice", params={"value": f"{str(one)[:LONGEST_ID]}…"})
        return super().clean(value)


class GuardedTextField(forms.CharField):
    """Free text that could carry a child's details: the page warns as one types, and the form refuses and says why."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "data-guarded": True}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if reason := child_details(text):
            raise ValidationError(reason, code="child_details")
        return text
