"""Forms of priorities, their objectives and themes."""

from datetime import date, timedelta
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import organisations_of, running_on
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import boards_of

from ..domain import ENDED, OBJECTIVE_LABELS
from ..models import Objective, Priority, Theme
from ..queries import priorities_ever, themes_for

A_DAY = timedelta(days=1)


def first_day_after(last: date | None) -> date | None:
    """Pages ask for the last day; the record keeps the first day on which it no longer holds."""
    return last + A_DAY if last else None


def last_day_of(ended_on: date | None) -> date | None:
    return ended_on - A_DAY if ended_on else None


class PriorityForm(forms.Form):
    title = GuardedTextField(
        label="What is the priority?",
        rows=2,
        max_length=300,
        help_text="In the partnership’s own words",
        error_messages={"required": "Say what the priority is"},
    )
    number = forms.CharField(label="Number", max_length=40, required=False, help_text="As the plan numbers it")
    outcome = GuardedTextField(
        label="What will be different for children?", required=False, help_text="The outcome, in one or two sentences"
    )
    pledge = GuardedTextField(label="What does the partnership pledge?", required=False, rows=2)
    board = forms.ModelChoiceField(
        Board.objects.none(), label="Which board looks after it?", required=False, empty_label="No board"
    )
    started_on = SplitDateField(label="In force from", required=False, help_text="For example, 1 4 2026")
    last_on = SplitDateField(label="Last day", required=False, help_text="Leave empty if it has no end yet")
    continues = forms.ModelChoiceField(
        Priority.objects.none(),
        label="Which earlier priority does it carry on?",
        required=False,
        empty_label="None: it is new",
        help_text="So that what came, stayed and went can be told through the years",
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, priority: Priority | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards_of(partnership, on)
        earlier = priorities_ever(partnership, on).prefetch_related(None).order_by("-started_on", "number", "title")
        self.fields["continues"].queryset = earlier.exclude(pk=priority.pk if priority else None)
        self.fields["continues"].label_from_instance = _dated

    def values(self) -> dict[str, Any]:
        """As the commands take them."""
        data = dict(self.cleaned_data)
        return data | {"ended_on": first_day_after(data.pop("last_on"))}


def _dated(priority: Priority) -> str:
    year = f" ({priority.started_on.year})" if priority.started_on else ""
    return f"{priority.title}{year}"


def initial_of(priority: Priority) -> dict[str, Any]:
    names = ("title", "number", "outcome", "pledge", "board", "started_on", "continues")
    return {name: getattr(priority, name) for name in names} | {"last_on": last_day_of(priority.ended_on)}


class EndForm(forms.Form):
    last_on = SplitDateField(label="Its last day", error_messages={"required": "Enter its last day"})
    note = GuardedTextField(label="Why does it end?", required=False)


class CarryOnForm(forms.Form):
    started_on = SplitDateField(
        label="First day of the next period", error_messages={"required": "Enter the first day of the next period"}
    )
    last_on = SplitDateField(label="Last day of the next period", required=False)
    title = GuardedTextField(
        label="What is it called then?",
        rows=2,
        max_length=300,
        error_messages={"required": "Say what the priority is called"},
    )
    number = forms.CharField(label="Number", max_length=40, required=False)
    outcome = GuardedTextField(label="What will be different for children?", required=False)
    pledge = GuardedTextField(label="What does the partnership pledge?", required=False, rows=2)
    with_objectives = forms.BooleanField(label="Carry on the objectives that are still under way", required=False)


class ThemeForm(forms.Form):
    theme = forms.ModelChoiceField(
        Theme.objects.none(), label="Which theme?", error_messages={"required": "Choose a theme"}
    )

    def __init__(self, *args: Any, priority: Priority, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = priority.themes.values("theme")
        self.fields["theme"].queryset = themes_for(priority.partnership, on).exclude(pk__in=held)


class ObjectiveForm(forms.Form):
    text = GuardedTextField(
        label="What is to be reached?",
        help_text="Something that can be seen to be met",
        error_messages={"required": "Say what is to be reached"},
    )
    number = forms.CharField(label="Number", max_length=40, required=False)
    measure = GuardedTextField(label="By what will it be seen to be met?", required=False, rows=2)
    lead = forms.ModelChoiceField(
        Organisation.objects.none(), label="Which agency leads?", required=False, empty_label="Nobody yet"
    )
    board = forms.ModelChoiceField(
        Board.objects.none(), label="Which board looks after it?", required=False, empty_label="No board"
    )
    started_on = SplitDateField(label="From", required=False)
    due_on = SplitDateField(label="By when?", required=False, help_text="For example, 31 3 2027")

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = organisations_of(partnership).filter(running_on(on))
        self.fields["board"].queryset = boards_of(partnership, on)


def initial_of_objective(objective: Objective) -> dict[str, Any]:
    names = ("text", "number", "measure", "lead", "board", "started_on", "due_on")
    return {name: getattr(objective, name) for name in names}


class EndObjectiveForm(forms.Form):
    state = forms.ChoiceField(
        label="How did it end?",
        choices=[(s.value, label) for s, label in OBJECTIVE_LABELS.items() if s in ENDED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it ended"},
    )
    note = GuardedTextField(label="What shows it, or why?", error_messages={"required": "Say what shows it, or why"})
    on = SplitDateField(label="On which day?", error_messages={"required": "Enter the day"})
