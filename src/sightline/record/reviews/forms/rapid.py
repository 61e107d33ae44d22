"""Forms of rapid reviews."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, ManyRowsField, SplitDateField
from sightline.partnership.directory.queries import organisations_of, posts_of
from sightline.partnership.governance.queries import boards_of
from sightline.record.actions.forms import OwnerField

from ..domain.clocks import STARTS
from ..domain.rapid import CHECKLIST, MET_LABELS, RATIFIED_LABELS, REPLY_LABELS, Met, Ratified, Reply
from .incidents import guarded_line

YES_NO = (("yes", "Yes"), ("no", "No"))
UNDER = "Reasons about systems and practice. Nothing of the child or the family"


class OpenForm(forms.Form):
    reference = guarded_line(
        label="Reference of the rapid review", max_length=60, help_text="Your own, such as RR 2026-01"
    )


class StandaloneForm(OpenForm):
    opened_on = SplitDateField(label="When was it opened?")
    counted_from = SplitDateField(
        label="From which day do its 15 working days count?",
        help_text="Leave empty if it is not known: then nothing is said about lateness",
        required=False,
    )


class StartForm(forms.Form):
    start = forms.ChoiceField(
        label="From when are the 15 working days of this review counted?",
        choices=[(s.value, card.label) for s, card in STARTS.items()],
        widget=forms.RadioSelect,
    )


class CountedFromForm(forms.Form):
    counted_from = SplitDateField(label="From which day do its 15 working days count?", required=False)


class StepForm(forms.Form):
    day = forms.IntegerField(
        label="Working day", min_value=1, widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"})
    )
    what = guarded_line(label="What is done")
    post = forms.ModelChoiceField(queryset=None, label="Post that does it", required=False, empty_label="None")
    board = forms.ModelChoiceField(queryset=None, label="Or board", required=False, empty_label="None")
    owner_as_written = guarded_line(label="Or in words", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].queryset = posts_of(partnership, on)
        self.fields["board"].queryset = boards_of(partnership, on)


class MeetingForm(forms.Form):
    held_on = SplitDateField(label="When did it meet?")
    board = forms.ModelChoiceField(queryset=None, label="Board that met", required=False, empty_label="None of these")
    name = guarded_line(label="Or who met, in words", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards_of(partnership, on)


class RapidActionForm(forms.Form):
    what = GuardedTextField(
        label="What is to be done?",
        help_text="Everyone who reads the record reads this. Name the review by its reference alone",
    )
    owner = OwnerField(label="Who owns it?", required=False)
    due_on = SplitDateField(label="By when?", required=False)
    is_immediate = forms.BooleanField(label="This is an immediate action for children’s safety", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].offer(partnership, on)


class FindingForm(forms.Form):
    text = GuardedTextField(
        label="What was learned?", help_text="About systems and practice, nothing of the child or a worker", rows=4
    )
    agencies = ManyRowsField(
        queryset=None, label="Agencies whose practice it is about", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = organisations_of(partnership)


class ChecklistForm(forms.Form):
    """Every item with its answer and a note; `answers()` gives those that are no longer as they were."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item in CHECKLIST:
            self.fields[item.code] = forms.ChoiceField(
                label=item.words,
                choices=[(met.value, label) for met, label in MET_LABELS.items()],
                widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline govuk-radios--small"}),
                help_text="Asked for" if item.is_required else "What good reviews do; not verified",
            )
            self.fields[f"{item.code}_note"] = guarded_line(label=f"Note: {item.words.lower()}", required=False)

    def answers(self) -> dict[str, tuple[Met, str]]:
        changed = {name.removesuffix("_note") for name in self.changed_data}
        data = self.cleaned_data
        return {code: (Met(data[code]), data[f"{code}_note"]) for code in changed}


class DecideForm(forms.Form):
    on = SplitDateField(label="When was it decided?")
    does_practice_review = forms.ChoiceField(
        label="Is there to be a local child safeguarding practice review?", choices=YES_NO, widget=forms.RadioSelect
    )
    suggests_national = forms.ChoiceField(
        label="Is a national review suggested?",
        choices=(*YES_NO, ("", "Not said")),
        widget=forms.RadioSelect,
        required=False,
    )
    criteria = GuardedTextField(
        label="Criteria that were considered",
        help_text="Such as improvements that are needed, themes that recur, how agencies work together",
        required=False,
    )
    reasons = GuardedTextField(label="Reasons for the decision", help_text=UNDER, rows=5)


class RatifyForm(forms.Form):
    answer = forms.ChoiceField(
        label="Your answer",
        choices=[(r.value, "I ratify it" if r is Ratified.RATIFIED else "I decline") for r in RATIFIED_LABELS],
        widget=forms.RadioSelect,
    )
    why = GuardedTextField(label="Why?", help_text="Needed when you decline", required=False)


class RecordRatificationForm(forms.Form):
    answer = forms.ChoiceField(
        label="Its answer", choices=[(r.value, label) for r, label in RATIFIED_LABELS.items()], widget=forms.RadioSelect
    )
    on = SplitDateField(label="When did it answer?")
    said_by = guarded_line(label="On whose word?", help_text="A post, and how it came: a meeting, an e-mail")
    why = GuardedTextField(label="Why?", help_text="Needed when it declines", required=False)


class SendForm(forms.Form):
    on = SplitDateField(label="When was it sent?")
    despite = GuardedTextField(
        label="If something is missing: why was it sent all the same?",
        help_text="Such as a return that will follow",
        required=False,
    )


class ReplyForm(forms.Form):
    on = SplitDateField(label="When did the Panel reply?")
    reply = forms.ChoiceField(
        label="What does it say of the decision?",
        choices=[(r.value, label) for r, label in REPLY_LABELS.items()],
        widget=forms.RadioSelect,
        initial=Reply.AGREES.value,
    )
    words = GuardedTextField(label="What it says, in short", required=False)
    asks_for_more = forms.BooleanField(label="It asks for further information", required=False)


class RespondForm(forms.Form):
    on = SplitDateField(label="When did you respond?")
    response = GuardedTextField(label="What was answered or done?")


class WhyForm(forms.Form):
    """One day and one reason."""

    on = SplitDateField(label="On which day?")
    because = GuardedTextField(label="Why?", help_text="In words about the criteria, nothing of the child")
