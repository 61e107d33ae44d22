"""Forms of governance: they check what was typed; commands decide. People give last days, the record keeps the day after."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.directory.domain import SECTOR_LABELS, AreaKind
from sightline.partnership.directory.models import Area, Organisation, Person, Post
from sightline.partnership.directory.queries import organisations_of, people_of, posts_of

from .domain import (
    BOARD_KIND_LABELS,
    CAPACITY_LABELS,
    CHAIRING_LABELS,
    LINE_LABELS,
    PART_LABELS,
    BoardKind,
    Capacity,
    LineKind,
    Part,
)
from .models import Board, Terms
from .queries import boards_of, covered_areas

WHEN = "For example, 27 3 2026"
UNKNOWN_START = f"{WHEN}. Leave empty if it is not known."


def choices(labels: dict[Any, str], empty: str = "") -> list[tuple[str, str]]:
    return ([("", empty)] if empty else []) + [(key.value, label) for key, label in labels.items()]


class ScopedForm(forms.Form):
    """A form that offers only what belongs to one partnership, or is shared by all."""

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partnership, self.on = partnership, on
        for name, field in self.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = self.offered(name)

    def offered(self, name: str) -> Any:
        """What a picker holds, by the model it picks."""
        model = self.fields[name].queryset.model
        if model is Organisation:
            return organisations_of(self.partnership)
        if model is Person:
            return people_of(self.partnership)
        return posts_of(self.partnership, self.on) if model is Post else boards_of(self.partnership, self.on)


def picker(model: type, label: str, nothing: str = "", **kwargs: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(model.objects.none(), label=label, empty_label=nothing or "Choose", **kwargs)


class BoardForm(ScopedForm):
    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Enter the board’s name"})
    short_name = forms.CharField(
        label="Short name", max_length=60, required=False, help_text="As papers abbreviate it, for example QA"
    )
    kind = forms.ChoiceField(label="Kind", choices=choices(BOARD_KIND_LABELS), widget=forms.RadioSelect)
    theme = forms.CharField(
        label="Theme", max_length=120, required=False, help_text="For example Quality, Reviews, Harm outside the home"
    )
    area = forms.TypedChoiceField(
        label="Area", required=False, help_text="Only where it covers a part of the partnership", empty_value=None
    )
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)
    source = forms.CharField(
        label="Where this is stated", max_length=500, required=False, help_text="A paper or a web address"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = {str(area.pk): area for area in covered_areas(self.partnership, self.on)}
        self.fields["area"].choices = [("", "The whole partnership"), *((pk, a.name) for pk, a in areas.items())]
        self.fields["area"].coerce = areas.__getitem__

    def clean_kind(self) -> BoardKind:
        return BoardKind(self.cleaned_data["kind"])


class RenameForm(forms.Form):
    name = forms.CharField(label="New name", max_length=200, error_messages={"required": "Enter the new name"})
    on = SplitDateField(label="First day of the new name", help_text=WHEN)


class AlsoForm(forms.Form):
    name = forms.CharField(
        label="Other name",
        max_length=200,
        help_text="As papers write it; they will find this board by it",
        error_messages={"required": "Enter the other name"},
    )


class EndForm(forms.Form):
    """Ends something: the last day on which it was so."""

    last_day = SplitDateField(label="Last day", help_text=WHEN, error_messages={"required": "Enter the last day"})


class LineForm(ScopedForm):
    kind = forms.ChoiceField(label="What kind of line?", choices=choices(LINE_LABELS), widget=forms.RadioSelect)
    to_board = picker(Board, "Which board?", error_messages={"required": "Choose the other board"})
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)

    def clean_kind(self) -> LineKind:
        return LineKind(self.cleaned_data["kind"])


class SeatForm(ScopedForm):
    title = forms.CharField(
        label="Name of the seat",
        max_length=160,
        help_text="What the terms of reference call it, for example Police or Head teacher of a primary school",
        error_messages={"required": "Enter the name of the seat"},
    )
    organisation = picker(Organisation, "Organisation", "None, or not known", required=False)
    capacity = forms.ChoiceField(label="Capacity", choices=choices(CAPACITY_LABELS), initial=Capacity.MEMBER.value)
    on_behalf_of = forms.CharField(
        label="On behalf of", max_length=200, required=False, help_text="Only if the seat speaks for someone else"
    )
    is_required = forms.BooleanField(label="The terms of reference require this seat", required=False, initial=True)
    counts_for_quorum = forms.BooleanField(label="Counts to the quorum", required=False, initial=True)
    term_months = forms.IntegerField(
        label="Term in months", min_value=1, max_value=240, required=False, help_text="How long one person may sit"
    )
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)

    def clean_capacity(self) -> Capacity:
        return Capacity(self.cleaned_data["capacity"])


class SeatPersonForm(ScopedForm):
    person = picker(Person, "Person", error_messages={"required": "Choose the person"})
    post = picker(Post, "In which post?", "Not known", required=False)
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)


class TermsForm(forms.Form):
    purpose = GuardedTextField(rows=4, label="Purpose", required=False)
    responsibilities = GuardedTextField(rows=6, label="Responsibilities", required=False, help_text="One on each line")
    meetings_per_year = forms.IntegerField(label="Meetings a year", min_value=1, max_value=366, required=False)
    quorum_as_written = GuardedTextField(rows=2, label="Quorum, as written", required=False)
    quorum_minimum = forms.IntegerField(label="Members needed in all", min_value=1, max_value=100, required=False)
    quorum_sectors = forms.MultipleChoiceField(
        label="At least one needed from each of",
        required=False,
        choices=choices(SECTOR_LABELS),
        widget=forms.CheckboxSelectMultiple,
    )
    chairing = forms.ChoiceField(label="Chairing", required=False, choices=choices(CHAIRING_LABELS, "Not stated"))
    chairing_as_written = forms.CharField(label="Chairing, as written", max_length=300, required=False)
    secretariat = forms.CharField(label="Secretariat", max_length=200, required=False)
    deputies_allowed = forms.TypedChoiceField(
        label="May members send a deputy?",
        required=False,
        choices=[("", "Not stated"), ("yes", "Yes"), ("no", "No")],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
    )
    review_on = SplitDateField(label="Review by", required=False, help_text=WHEN)
    standing_items = GuardedTextField(
        rows=5,
        label="Standing items of the agenda",
        required=False,
        help_text="One on each line",
    )

    def clean_standing_items(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["standing_items"].splitlines() if line.strip()]


def terms_initial(terms: Terms) -> dict[str, Any]:
    """What a draft says, as its form asks it."""
    answers = {True: "yes", False: "no", None: ""}
    plain = ("purpose", "responsibilities", "meetings_per_year", "quorum_as_written", "quorum_minimum", "chairing")
    plain += ("chairing_as_written", "secretariat", "review_on")
    return {name: getattr(terms, name) for name in plain} | {
        "deputies_allowed": answers[terms.deputies_allowed],
        "standing_items": "\n".join(terms.standing_items),
        "quorum_sectors": [part.sector for part in terms.quorum_parts.all() if part.sector],
    }


class ApproveForm(forms.Form):
    on = SplitDateField(label="In force from", help_text=WHEN)
    review_on = SplitDateField(label="Review by", required=False, help_text=WHEN)


class CoverForm(forms.Form):
    area = forms.ModelChoiceField(
        Area.objects.filter(kind=AreaKind.LOCAL_AUTHORITY),
        label="Which local authority area?",
        empty_label="Choose",
        error_messages={"required": "Choose the area"},
    )
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)
    source = forms.CharField(label="Where this is stated", max_length=500, required=False)


class ResponsibilityForm(forms.Form):
    title = forms.CharField(
        label="Responsibility",
        max_length=200,
        help_text="One thing that someone must hold, beginning with a verb",
        error_messages={"required": "Enter the responsibility"},
    )
    detail = GuardedTextField(rows=3, label="More about it", required=False)
    source = forms.CharField(
        label="Where it is stated", max_length=500, required=False, help_text="Law, guidance or a paper"
    )


class HoldForm(ScopedForm):
    part = forms.ChoiceField(label="Part", choices=choices(PART_LABELS), widget=forms.RadioSelect)
    organisation = picker(Organisation, "Organisation", "None", required=False)
    board = picker(Board, "or board", "None", required=False)
    post = picker(Post, "or post", "None", required=False)
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)

    def clean_part(self) -> Part:
        return Part(self.cleaned_data["part"])
