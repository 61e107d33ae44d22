"""Forms of actions, and the field that asks who owns one."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import SplitDateField
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.directory.queries import organisations_of, people_of, posts_of

from .commands import Owner
from .domain import CLOSED, STATUS_LABELS, PartyKind


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


class RaiseForm(forms.Form):
    what = forms.CharField(
        label="What is to be done?",
        help_text="One sentence that begins with a verb",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is to be done"},
    )
    owner = OwnerField(label="Who owns it?", required=False, help_text="A post or an agency outlives the person")
    helper = OwnerField(label="Who else contributes?", required=False)
    due_on = SplitDateField(label="By when?", help_text="For example, 27 3 2027", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("owner", "helper"):
            self.fields[name].offer(partnership, on)


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
    note = forms.CharField(
        label="How is it going?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write how the action is going"},
    )
    status = forms.ChoiceField(
        label="Status",
        choices=[(s.value, label) for s, label in STATUS_LABELS.items() if s not in CLOSED],
        widget=forms.RadioSelect,
    )


class DueForm(forms.Form):
    due_on = SplitDateField(label="New due date", required=False, help_text="Leave empty for no date")
    why = forms.CharField(
        label="Why does it change?", max_length=300, error_messages={"required": "Say why the date changes"}
    )


class FinishForm(forms.Form):
    """Closing, withdrawing and reopening each ask for one sentence; `label` says which."""

    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: str, required: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = label
        self.fields["note"].error_messages["required"] = required


class WordingForm(forms.Form):
    what = forms.CharField(
        label="What is to be done?",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say what is to be done"},
    )
    number = forms.CharField(label="Number", max_length=40, required=False)
    owner_as_written = forms.CharField(label="Owner as the paper writes it", max_length=300, required=False)
