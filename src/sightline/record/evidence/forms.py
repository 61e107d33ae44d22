"""Forms of evidence."""

from collections.abc import Iterable
from typing import Any

from django import forms

from sightline.foundation.design.fields import GuardedTextField, SplitDateField

from .domain import GRADE_HINTS, GRADE_LABELS, KIND_HINTS, KIND_LABELS, NOT_GRADED, Form, Grade, Kind
from .models import Evidence

OPENED = (
    "PDF, Word, Excel, CSV, e-mail, web page, text or a picture. It is opened before it is kept, and refused when it seems "
    "to tell of a child. Pictures are not read: make sure that no child can be seen or named in one."
)


class GradeField(forms.ChoiceField):
    """Activity, output, change in practice or outcome, each explained by an example; cleaned to a Grade or None."""

    widget = forms.RadioSelect
    choice_hints = {**{grade.value: hint for grade, hint in GRADE_HINTS.items()}, "": "It can be graded later"}

    def __init__(self, **kwargs: Any) -> None:
        choices = [*((grade.value, label) for grade, label in GRADE_LABELS.items()), ("", NOT_GRADED)]
        kwargs.setdefault("label", "How far does it reach?")
        super().__init__(choices=choices, required=False, initial="", **kwargs)

    def clean(self, value: Any) -> Grade | None:
        chosen = super().clean(value)
        return Grade(chosen) if chosen else None


class KindField(forms.ChoiceField):
    widget = forms.RadioSelect
    choice_hints = {kind.value: hint for kind, hint in KIND_HINTS.items()}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label="What kind is it?", choices=[(k.value, label) for k, label in KIND_LABELS.items()], **kwargs
        )

    def clean(self, value: Any) -> Kind:
        return Kind(super().clean(value))


def _title(**kwargs: Any) -> forms.CharField:
    words = {"required": "Say in a few words what this is"}
    return forms.CharField(label="What is it?", max_length=300, error_messages=words, **kwargs)


def _dated() -> SplitDateField:
    return SplitDateField(label="Its date", required=False, help_text="The day that it describes or was written")


def _expires() -> SplitDateField:
    return SplitDateField(
        label="Last day on which it counts", required=False, help_text="Leave empty when it does not go out of date"
    )


def _file() -> forms.FileField:
    return forms.FileField(label="File", required=False, help_text=OPENED)


def _link() -> forms.CharField:
    return forms.CharField(
        label="Or a link",
        required=False,
        max_length=500,
        widget=forms.URLInput(attrs={"spellcheck": "false", "inputmode": "url"}),
        help_text="Begins with https://. Sightline keeps the address and never opens it.",
    )


def _note() -> GuardedTextField:
    return GuardedTextField(
        label="Or a note",
        rows=4,
        required=False,
        help_text="What it shows, in your words. May stand beside a file too.",
    )


class AddForm(forms.Form):
    title = _title(help_text="For example: audit of 20 plans, spring")
    file = _file()
    url = _link()
    note = _note()
    kind = KindField(initial=Kind.EVIDENCE.value)
    grade = GradeField()
    dated_on = _dated()
    expires_on = _expires()


class NewerForm(forms.Form):
    """A newer version: what carries it, and how far it reaches now."""

    title = _title()
    file = _file()
    url = _link()
    note = _note()
    grade = GradeField()
    dated_on = _dated()
    expires_on = _expires()


class CorrectForm(forms.Form):
    title = _title()
    kind = KindField()
    note = GuardedTextField(label="Note", rows=4, required=False)
    dated_on = _dated()
    expires_on = _expires()

    def __init__(self, *args: Any, evidence: Evidence, **kwargs: Any) -> None:
        names = ("title", "kind", "note", "dated_on", "expires_on")
        super().__init__(*args, initial={name: getattr(evidence, name) for name in names}, **kwargs)
        self.fields["note"].required = evidence.form == Form.NOTE


class RegradeForm(forms.Form):
    grade = GradeField(label="How far does it really reach?")
    why = GuardedTextField(label="Why does the grade change?", error_messages={"required": "Say why the grade changes"})


class WithdrawForm(forms.Form):
    reason = GuardedTextField(
        label="Why is it withdrawn?", max_length=300, error_messages={"required": "Say why it is withdrawn"}
    )


class KeptForm(forms.Form):
    """Evidence that is kept already, for one more record."""

    evidence = forms.ChoiceField(label="Which evidence?", error_messages={"required": "Choose the evidence"})

    def __init__(self, *args: Any, pieces: Iterable[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = ((str(piece.pk), _choice(piece)) for piece in pieces)
        self.fields["evidence"].choices = [("", "Choose from the register"), *choices]


def _choice(piece: Evidence) -> str:
    grade = piece.get_grade_display() or NOT_GRADED
    return f"{piece.title} ({grade}, {piece.added_on.day} {piece.added_on:%B %Y})"
