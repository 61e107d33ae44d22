"""Forms of meetings. They check what people type; commands decide."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.governance.models import Board
from sightline.record.actions.forms import OwnerField

from ..models import AgendaItem, Meeting
from ..queries import boards_that_meet

TIME_FORMATS = ("%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p")


class ClockField(forms.TimeField):
    """A time as people type it: 9:30, 14.00, 2pm, 2:30pm."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=TIME_FORMATS,
            required=False,
            widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5", "autocomplete": "off"}),
            error_messages={"invalid": "Enter a time, such as 9:30am or 14:00"},
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(" ", "").upper() if isinstance(value, str) else value)


class WhenAndWhereForm(forms.Form):
    held_on = SplitDateField(
        label="Date", help_text="For example, 27 3 2027", error_messages={"required": "Enter the date of the meeting"}
    )
    starts_at = ClockField(label="Starts at", help_text="For example, 9:30am")
    ends_at = ClockField(label="Ends at")
    venue = forms.CharField(label="Where", help_text="A room or a link", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "The meeting would end before it starts. Change one of the times.")
        return cleaned


class PlanForm(WhenAndWhereForm):
    board = forms.ModelChoiceField(
        Board.objects.none(),
        label="Which board meets?",
        empty_label="Choose a board",
        error_messages={"required": "Choose the board that meets"},
    )
    title = forms.CharField(
        label="Title", help_text="Only for a meeting with a name of its own", max_length=200, required=False
    )
    field_order = ("board", "held_on", "starts_at", "ends_at", "venue", "title")

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards_that_meet(partnership, on)


class CancelForm(forms.Form):
    because = GuardedTextField(
        label="Why is it cancelled?",
        widget=forms.TextInput(attrs={"data-guarded": True}),
        max_length=300,
        error_messages={"required": "Say why the meeting is cancelled"},
    )


class YearForm(forms.Form):
    """Which board, from when, how many: answered by proposed days."""

    board = forms.ModelChoiceField(Board.objects.none(), label="Board", empty_label="Choose a board")
    year = forms.TypedChoiceField(label="Year", coerce=int)
    number = forms.IntegerField(
        label="How many meetings?",
        min_value=1,
        max_value=24,
        required=False,
        help_text="Leave empty to take the number from the terms of reference",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-2"}),
    )
    starts_at = ClockField(label="Starts at")
    ends_at = ClockField(label="Ends at")
    venue = forms.CharField(label="Where", max_length=300, required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, years: list[tuple[int, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards_that_meet(partnership, on)
        self.fields["year"].choices = years


class AgendaItemForm(forms.Form):
    title = forms.CharField(label="Item", max_length=300, error_messages={"required": "Give the item a title"})
    lead = forms.CharField(label="Who leads", max_length=200, required=False)
    minutes_allowed = forms.IntegerField(
        label="Minutes",
        min_value=1,
        max_value=600,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    is_restricted = forms.BooleanField(
        label="Restricted: only roles that read restricted papers see it", required=False
    )


class DecisionForm(forms.Form):
    text = GuardedTextField(
        label="What was decided?",
        rows=2,
        error_messages={"required": "Write what was decided"},
    )
    agenda_item = forms.ModelChoiceField(
        AgendaItem.objects.none(), label="Under which item?", required=False, empty_label="None"
    )
    proposed_by = forms.CharField(label="Proposed by", max_length=150, required=False)
    seconded_by = forms.CharField(label="Seconded by", max_length=150, required=False)
    result = forms.CharField(label="Result of a vote", max_length=120, required=False)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agenda_item"].queryset = meeting.agenda.all()


class MeetingActionForm(forms.Form):
    what = GuardedTextField(
        label="What is to be done?",
        rows=2,
        error_messages={"required": "Say what is to be done"},
    )
    owner = OwnerField(label="Who owns it?", required=False)
    due_on = SplitDateField(label="By when?", required=False)
    agenda_item = forms.ModelChoiceField(
        AgendaItem.objects.none(), label="Under which item?", required=False, empty_label="None"
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agenda_item"].queryset = meeting.agenda.all()
        self.fields["owner"].offer(meeting.partnership, meeting.held_on)


class GuestForm(forms.Form):
    """A guest by name: people of the directory are chosen from the seats' lines; a visitor is written down."""

    person_as_written = forms.CharField(
        label="Name", max_length=150, error_messages={"required": "Enter the guest’s name"}
    )
    post_as_written = forms.CharField(label="Role", max_length=200, required=False)
    organisation_as_written = forms.CharField(label="Organisation", max_length=200, required=False)


class ApproveForm(forms.Form):
    on = SplitDateField(label="When were they approved?", error_messages={"required": "Enter the date of approval"})
    at_meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="At which meeting?",
        required=False,
        empty_label="By the chair, between meetings",
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        later = Meeting.objects.filter(board=meeting.board_id, held_on__gt=meeting.held_on).select_related("board")
        self.fields["at_meeting"].queryset = later.order_by("held_on")


class NewVersionForm(forms.Form):
    why = GuardedTextField(
        label="Why do the approved minutes change?",
        widget=forms.TextInput(attrs={"data-guarded": True}),
        max_length=300,
        error_messages={"required": "Say why the approved minutes change"},
    )


class CorrectDecisionForm(forms.Form):
    text = GuardedTextField(
        label="What was decided",
        rows=10,
        error_messages={"required": "Write what was decided"},
    )
    proposed_by = forms.CharField(label="Proposed by", max_length=150, required=False)
    seconded_by = forms.CharField(label="Seconded by", max_length=150, required=False)
    result = forms.CharField(label="Result", max_length=120, required=False, help_text="For example, carried by all")
