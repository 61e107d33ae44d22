"""Forms of actions, and the field that asks who owns one."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.kernel.workdays import add_working_days
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.directory.queries import organisations_of, people_of, posts_of
from sightline.partnership.plan.models import Objective

from . import queries
from .commands import Owner
from .domain import GOING, NOT_RATED, RATING_LABELS, STATUS_LABELS, WORKING_DAYS, PartyKind, Rating, Status
from .models import Action


class OwnerField(forms.ChoiceField):
    """A post, an agency or a person of one partnership's directory; cleaned to an Owner, or None when left empty."""

    default_error_messages = {"invalid_choice": "Choose an owner from the list"}

    def offer(self, partnership: Partnership, on: date) -> None:
        posts = [(f"post:{post.pk}", str(post)) for post in posts_of(partnership, on)]
        bodies = [(f"organisation:{pk}", name) for pk, name in organisations_of(partnership).values_list("pk", "name")]
        people = [(f"person:{pk}", name) for pk, name in people_of(partnership).values_list("pk", "name")]
        groups = (("Posts", posts), ("Agencies", bodies), ("People", people))
        self.choices = [("", "Nobody yet"), *((name, options) for name, options in groups if options)]

    def clean(self, value: Any) -> Owner | None:
        chosen = super().clean(value)
        if not chosen:
            return None
        kind, _, pk = chosen.partition(":")
        model = {"post": Post, "organisation": Organisation, "person": Person}[kind]
        return Owner(**{kind: model.objects.get(pk=pk)})


class ObjectiveField(forms.ChoiceField):
    """An objective in force, under its priority; cleaned to an Objective, or None when left empty."""

    default_error_messages = {"invalid_choice": "Choose an objective from the list"}

    def offer(self, partnership: Partnership, on: date) -> None:
        groups: dict[str, list[tuple[str, str]]] = {}
        for objective in queries.objectives_for(partnership, on):
            groups.setdefault(str(objective.priority), []).append((str(objective.pk), str(objective)))
        self.choices = [("", "None yet"), *groups.items()]

    def clean(self, value: Any) -> Objective | None:
        chosen = super().clean(value)
        return Objective.objects.get(pk=chosen) if chosen else None


class DatedForm(forms.Form):
    """A due date, as a day or as a number of working days from today; `cleaned_data["due_on"]` is the date."""

    due_on = SplitDateField(label="By when?", help_text="For example, 27 3 2027", required=False)
    working_days = forms.IntegerField(
        label="Or in how many working days from today?",
        help_text="Weekends and bank holidays in England are not counted",
        required=False,
        min_value=1,
        max_value=WORKING_DAYS,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
        error_messages={
            "invalid": "Enter a whole number of days",
            "min_value": "Enter at least 1 working day",
            "max_value": f"Enter {WORKING_DAYS} working days or fewer, or give the date",
        },
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        days = data.pop("working_days", None)
        if days and data.get("due_on"):
            self.add_error("working_days", "Give the date or the number of working days, not both")
        elif days:
            data["due_on"] = add_working_days(self.on, days)
        return data


class RaiseForm(DatedForm):
    what = GuardedTextField(
        label="What is to be done?",
        help_text="One sentence that begins with a verb",
        error_messages={"required": "Say what is to be done"},
    )
    owner = OwnerField(label="Who owns it?", required=False, help_text="A post or an agency outlives the person")
    helper = OwnerField(label="Who else contributes?", required=False)
    objective = ObjectiveField(
        label="Which objective does it serve?", required=False, help_text="More can be added on its page"
    )
    field_order = ("what", "owner", "helper", "due_on", "working_days", "objective")

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        for name in ("owner", "helper", "objective"):
            self.fields[name].offer(partnership, on)
        if len(self.fields["objective"].choices) == 1:
            del self.fields["objective"]


class ServeForm(forms.Form):
    objective = ObjectiveField(label="Which objective?", error_messages={"required": "Choose an objective"})

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["objective"].offer(partnership, on)


class AssignForm(forms.Form):
    owner = OwnerField(label="Who?", error_messages={"required": "Choose a post, an agency or a person"})
    kind = forms.ChoiceField(
        label="Their part",
        choices=[(PartyKind.LEAD.value, "Leads"), (PartyKind.CONTRIBUTES.value, "Contributes")],
        widget=forms.RadioSelect,
        initial=PartyKind.LEAD.value,
    )

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].offer(partnership, on)


class ProgressForm(forms.Form):
    note = GuardedTextField(label="How is it going?", error_messages={"required": "Write how the action is going"})
    status = forms.ChoiceField(
        label="Status", choices=[(s.value, STATUS_LABELS[s]) for s in GOING], widget=forms.RadioSelect
    )
    rating = forms.ChoiceField(label="Will it be done in time?", widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, initial={"status": action.status, "rating": action.rating}, **kwargs)
        unrated = [] if action.rating else [("", NOT_RATED)]
        self.fields["rating"].choices = [*((r.value, label) for r, label in RATING_LABELS.items()), *unrated]

    def clean_status(self) -> Status:
        return Status(self.cleaned_data["status"])

    def clean_rating(self) -> Rating | None:
        chosen = self.cleaned_data["rating"]
        return Rating(chosen) if chosen else None


class DueForm(DatedForm):
    why = GuardedTextField(label="Why does it change?", error_messages={"required": "Say why the date changes"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].label = "New due date"
        self.fields["due_on"].help_text = "Leave both empty for no date"


class SayForm(forms.Form):
    """What ends an action or opens it again asks for one sentence; `label` says which."""

    note = GuardedTextField()

    def __init__(self, *args: Any, label: str, required: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = label
        self.fields["note"].required = bool(required)
        self.fields["note"].error_messages["required"] = required


class WordingForm(forms.Form):
    what = GuardedTextField(label="What is to be done?", error_messages={"required": "Say what is to be done"})
    number = forms.CharField(label="Number", max_length=40, required=False)
    owner_as_written = forms.CharField(label="Owner as the paper writes it", max_length=300, required=False)
