"""Forms of referrals between boards."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import boards_of

from ..domain.referring import ANSWERS, OUTCOME_LABELS
from ..models import Meeting
from ..queries.referrals import possible_receivers

DAY_HINT = "For example, 27 3 2027"


def not_ahead(day: date, today: date) -> date:
    if day and day > today:
        raise ValidationError("This day is still to come. Give today or an earlier day")
    return day


class DayForm(forms.Form):
    on = SplitDateField(label="On which day?", help_text=DAY_HINT)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial.setdefault("on", today)

    def clean_on(self) -> date:
        return not_ahead(self.cleaned_data["on"], self.today)


class WhatForm(forms.Form):
    title = GuardedTextField(
        label="What is the item called?",
        help_text="As it may stand on the other board’s agenda",
        max_length=200,
        widget=forms.TextInput(attrs={"data-guarded": True}),
        error_messages={"required": "Give the item a title"},
    )
    ask = GuardedTextField(
        label="What is the other board asked to do?",
        help_text="The other side reads this and nothing else of your record. Name no child, family or case.",
        max_length=1000,
        error_messages={"required": "Say what the other board is asked to do"},
    )
    papers = GuardedTextField(
        label="Which papers go with it?",
        help_text="Their names; you send them yourself",
        max_length=500,
        required=False,
        rows=2,
    )
    answer_by = SplitDateField(label="By when is an answer asked for?", help_text=DAY_HINT, required=False)


class SendForm(WhatForm, DayForm):
    to = forms.ChoiceField(label="Where does it go?", error_messages={"required": "Choose a board or a partnership"})
    to_as_written = GuardedTextField(
        label="Which of their boards?",
        help_text="Only for another partnership, which decides itself which board takes it",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"data-guarded": True}),
    )
    about = forms.ChoiceField(label="Where does it come from?", required=False)
    field_order = ("to", "to_as_written", "about", "title", "ask", "papers", "answer_by", "on")

    def __init__(
        self, *args: Any, board: Board, meeting: Meeting | None, places: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        here = [(f"board:{b.pk}", b.name) for b in boards_of(board.partnership, self.today) if b.pk != board.pk]
        there = [(f"partnership:{p.pk}", p.name) for p in possible_receivers(board.partnership)]
        groups = (("Boards of this partnership", here), ("Other partnerships and the region", there))
        self.fields["to"].choices = [("", "Choose"), *((name, options) for name, options in groups if options)]
        self.fields["on"].label = "When is it sent?"
        if meeting is None:
            del self.fields["about"]
        else:
            self.fields["about"].choices = [("", "The meeting as a whole"), *places]

    def clean_to(self) -> dict[str, Any]:
        kind, _, pk = self.cleaned_data["to"].partition(":")
        if kind == "board":
            return {"to_board": Board.objects.get(pk=pk)}
        return {"to_partnership": Partnership.objects.get(pk=pk)}


class ReceiveForm(DayForm):
    board = forms.ModelChoiceField(
        label="Which board takes it?",
        queryset=None,
        empty_label="Choose",
        error_messages={"required": "Choose a board"},
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards_of(partnership, self.today)


class TableForm(forms.Form):
    meeting = forms.ModelChoiceField(
        label="On the agenda of which meeting?",
        queryset=None,
        empty_label="Choose",
        error_messages={"required": "Choose a meeting"},
    )

    def __init__(self, *args: Any, meetings: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings


class OutcomeForm(DayForm):
    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=[(outcome.value, OUTCOME_LABELS[outcome]) for outcome in ANSWERS],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what came of it"},
    )
    words = GuardedTextField(
        label="In a sentence",
        help_text="The board that sent it reads this. Name no child, family or case.",
        max_length=1000,
        error_messages={"required": "Say in a sentence what came of it"},
    )
    field_order = ("outcome", "words", "on")


class WhyForm(DayForm):
    """Withdrawing and chasing each ask for a sentence; `label` says which."""

    words = GuardedTextField(label="", max_length=300)
    field_order = ("words", "on")

    def __init__(self, *args: Any, label: str, required: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label, self.fields["words"].required = label, bool(required)
        self.fields["words"].error_messages["required"] = required


class SureForm(forms.Form):
    """Nothing to fill in: the button is the answer."""
