from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, SplitDateField
from sightline.partnership.directory.queries import organisations_of, people_of

from .domain import REPEAT_LABELS, WEEKDAYS, Purpose
from .domain.replies import CHOICES, NEEDS_WORDS, Reply
from .models import Rhythm


class RhythmForm(forms.Form):
    is_on = forms.ChoiceField(
        label="Are people reminded by e-mail?",
        choices=[("yes", "Yes, on the days below"), ("no", "No, nobody is reminded")],
        widget=forms.RadioSelect,
    )
    weekdays = forms.MultipleChoiceField(
        label="On which days?",
        choices=[(str(n), name) for n, name in enumerate(WEEKDAYS)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="A day that is a bank holiday moves to the next working day",
    )
    lead_days = forms.IntegerField(
        label="How many working days before it is due is something first mentioned?", min_value=1, max_value=60
    )
    repeat = forms.ChoiceField(
        label="How often are people reminded of the same overdue thing?",
        choices=[(r.value, label) for r, label in REPEAT_LABELS.items()],
        widget=forms.RadioSelect,
    )
    most = forms.IntegerField(
        label="How many things does one e-mail list?",
        min_value=1,
        max_value=100,
        help_text="The soonest are listed, the rest are counted",
    )
    link_days = forms.IntegerField(label="For how many days does a link in an e-mail work?", min_value=1, max_value=90)

    @classmethod
    def of(cls, data: Any, rhythm: Rhythm) -> "RhythmForm":
        names = ("lead_days", "repeat", "most", "link_days")
        initial = {name: getattr(rhythm, name) for name in names}
        initial |= {"is_on": "yes" if rhythm.is_on else "no", "weekdays": [str(n) for n in rhythm.weekdays]}
        return cls(data, initial=initial)


class ContactForm(forms.Form):
    organisation = forms.ModelChoiceField(
        label="Organisation", queryset=None, error_messages={"required": "Choose an organisation"}
    )
    person = forms.ModelChoiceField(
        label="Who is reminded?", queryset=None, error_messages={"required": "Choose a person"}
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_of(partnership)
        self.fields["person"].queryset = people_of(partnership)


class WhyForm(forms.Form):
    why = forms.CharField(
        label="Why?",
        max_length=300,
        help_text="For example: the e-mail was passed on to someone else",
        error_messages={"required": "Say why the link is taken back"},
    )


class OutcomeForm(forms.Form):
    outcome = GuardedTextField(label="What came of it?", error_messages={"required": "Say what came of it"})


class WishForm(forms.Form):
    only_overdue = forms.ChoiceField(
        label="What do you want reminders about?",
        choices=[("no", "What is coming up and what is overdue"), ("yes", "Only what is overdue")],
        widget=forms.RadioSelect,
    )


class ReplyForm(forms.Form):
    """One thing, one question. What each purpose asks besides is taken away where it does not fit."""

    choice = forms.ChoiceField(
        label="What do you want to say?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you want to say"},
    )
    new_date = SplitDateField(
        label="Which new date do you ask for?",
        help_text="Only if it needs a new date. For example, 27 3 2027",
        required=False,
    )
    people = forms.IntegerField(
        label="How many people did you pass it on to?", min_value=0, max_value=100_000, required=False
    )
    words = GuardedTextField(
        label="In a few words",
        help_text="For example, how far it is, what was done, or why it needs a new date",
        required=False,
        max_length=2000,
        error_messages={"required": "Say it in a few words"},
    )

    def __init__(self, *args: Any, purpose: Purpose, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = CHOICES[purpose]
        self.fields["words"].required = {choice for choice, _ in CHOICES[purpose]} <= NEEDS_WORDS
        if purpose is not Purpose.ACTION:
            del self.fields["new_date"]
            self.fields["words"].help_text = (
                "Why, if you do not accept it in full" if purpose is Purpose.RECOMMENDATION else ""
            )
        if purpose is not Purpose.BRIEFING:
            del self.fields["people"]
        if purpose is Purpose.NOTE:
            self.fields["choice"].initial = CHOICES[purpose][0][0]
            self.fields["choice"].widget = forms.HiddenInput()
            self.fields["words"].label, self.fields["words"].help_text = "Your note to the team", ""

    def reply(self) -> Reply:
        data = self.cleaned_data
        return Reply(data["choice"], data["words"].strip(), data.get("new_date"), data.get("people"))
