"""Forms of accounts: they check what was typed, commands decide."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from sightline.foundation.design.fields import SplitDateField

from .domain import ROLES, TIER_LABELS, TOPIC_LABELS, Role, Tier, Topic
from .models import Partnership


class InviteForm(forms.Form):
    name = forms.CharField(label="Full name", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label="Work e-mail address",
        help_text="The invitation goes here. Someone who already signs in gets the role at once.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label="Role", widget=forms.RadioSelect)
    ends_on = SplitDateField(label="Last day of the role", required=False, help_text="For example, 31 3 2027")

    def __init__(self, *args: Any, roles: tuple[Role, ...], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["role"].choices = [(role.value, f"{ROLES[role].label}: {ROLES[role].who}") for role in roles]

    def clean_ends_on(self) -> date | None:
        return _day_after(self.cleaned_data["ends_on"], self.today)


class EndRoleForm(forms.Form):
    last_day = SplitDateField(
        label="Last day of the role", help_text="From the day after, the person no longer has it."
    )
    reason = forms.CharField(label="Why does it end?", max_length=300, help_text="For example, left the post.")

    def ends_on(self) -> date:
        return self.cleaned_data["last_day"] + timedelta(days=1)


class AcceptForm(forms.Form):
    password = forms.CharField(
        label="Choose a password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 12 characters. Three words that do not belong together are easy to keep and hard to guess.",
    )
    again = forms.CharField(label="Type it again", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "password" in cleaned and "again" in cleaned and cleaned["password"] != cleaned["again"]:
            self.add_error("again", "The two are not the same. Type the password again.")
        return cleaned


class SharingForm(forms.Form):
    topics = forms.MultipleChoiceField(
        label="What may your region see?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(topic.value, TOPIC_LABELS[topic]) for topic in Topic],
        help_text="People who oversee the region see only what is ticked, and never a restricted paper.",
    )


class ChangesForm(forms.Form):
    """What to look for in the trail; all of it may be left out."""

    who = forms.CharField(required=False, max_length=100)
    what = forms.CharField(required=False, max_length=80)
    first = forms.DateField(required=False)
    last = forms.DateField(required=False)


def _day_after(last_day: date | None, today: date) -> date | None:
    """Pages speak of the last day; periods are kept half-open."""
    if last_day is None:
        return None
    if last_day < today:
        raise ValidationError("The last day must be today or later")
    return last_day + timedelta(days=1)


class PartnershipForm(forms.Form):
    name = forms.CharField(label="Full name", max_length=200, help_text="As the published arrangements say it.")
    short_name = forms.CharField(label="Short name", max_length=80, help_text="For tables, such as the borough's name.")
    slug = forms.SlugField(
        label="Word for its address",
        max_length=60,
        help_text="Small letters and hyphens, such as kingston-and-richmond. It cannot be changed later.",
    )
    tier = forms.ChoiceField(
        label="What it covers", choices=[(t.value, label) for t, label in TIER_LABELS.items()], widget=forms.RadioSelect
    )
    overseen_by = forms.ModelChoiceField(
        label="Region that oversees it",
        queryset=Partnership.objects.filter(tier__in=(Tier.REGIONAL, Tier.NATIONAL)),
        required=False,
        empty_label="None",
        help_text="People who oversee that region see what this partnership chooses to share.",
    )
    started_on = SplitDateField(label="In operation since", required=False)
