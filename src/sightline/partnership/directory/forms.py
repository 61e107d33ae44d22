"""Forms of the directory: they check what was typed; commands decide. People give last days, the record keeps the day after."""

from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import SplitDateField

from .domain import (
    AREA_KIND_LABELS,
    HOLDING_LABELS,
    SCHEME_LABELS,
    SECTOR_LABELS,
    STANDING_LABELS,
    SUCCESSION_LABELS,
    AreaKind,
    HoldingKind,
    Sector,
    Standing,
    SuccessionKind,
)
from .domain.dates import day_after, last_day
from .domain.roles import LEAD_ROLE_LABELS
from .models import Area, Holding, Organisation, Person, Post
from .queries import organisations_of, people_of, posts_of

WHEN = "For example, 27 3 2026"
UNKNOWN_START = f"{WHEN}. Leave empty if it is not known."


def choices(labels: dict[Any, str]) -> list[tuple[str, str]]:
    return [(key.value, label) for key, label in labels.items()]


class ScopedForm(forms.Form):
    """A form that offers only what belongs to one partnership, or is shared by all; without one, what is shared."""

    def __init__(self, *args: Any, partnership: Partnership | None, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partnership, self.on = partnership, on
        offered = {Organisation: organisations_of(partnership), Person: people_of(partnership)}
        offered |= {Post: posts_of(partnership, on), Area: Area.objects.all()}
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = offered[field.queryset.model]


def picker(model: type, label: str, nothing: str = "Choose", **kwargs: Any) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(model.objects.none(), label=label, empty_label=nothing, **kwargs)


class PersonForm(forms.Form):
    name = forms.CharField(
        label="Full name",
        max_length=150,
        help_text="First name, then surname, without titles",
        error_messages={"required": "Enter the person’s full name"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    honorific = forms.CharField(
        label="Title or rank", max_length=60, required=False, help_text="For example Dr, Cllr, Detective Superintendent"
    )
    work_email = forms.EmailField(label="Work e-mail address", required=False, help_text="Work contact details only")
    work_phone = forms.CharField(label="Work telephone", max_length=40, required=False)


class AppointForm(ScopedForm):
    """Who holds a post: asked on a person's page (which post?) and on a post's page (which person?)."""

    post = picker(Post, "Which post?", error_messages={"required": "Choose the post"})
    person = picker(Person, "Who?", error_messages={"required": "Choose the person"})
    kind = forms.ChoiceField(
        label="How is it held?", choices=choices(HOLDING_LABELS), initial=HoldingKind.SUBSTANTIVE.value
    )
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)

    def __init__(self, *args: Any, known: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields[known]

    def clean_kind(self) -> HoldingKind:
        return HoldingKind(self.cleaned_data["kind"])


class HoldingForm(forms.Form):
    kind = forms.ChoiceField(label="How is it held?", choices=choices(HOLDING_LABELS))
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)
    last_day = SplitDateField(label="Last day", required=False, help_text="Leave empty while they hold the post")

    def changes(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "kind": HoldingKind(data["kind"]),
            "started_on": data["started_on"],
            "ended_on": day_after(data["last_day"]),
        }


def holding_initial(holding: Holding) -> dict[str, Any]:
    return {"kind": holding.kind, "started_on": holding.started_on, "last_day": last_day(holding.ended_on)}


class PostForm(ScopedForm):
    title = forms.CharField(
        label="Title of the post", max_length=160, error_messages={"required": "Enter the title of the post"}
    )
    role = forms.ChoiceField(
        label="Is it a statutory or lead role?", required=False, choices=[("", "No"), *LEAD_ROLE_LABELS.items()]
    )
    area = picker(Area, "For which area?", "The whole partnership", required=False)
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = Area.objects.filter(kind=AreaKind.LOCAL_AUTHORITY)


class OrganisationForm(ScopedForm):
    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Enter the organisation’s name"})
    abbreviation = forms.CharField(label="Abbreviation", max_length=40, required=False)
    sector = forms.ChoiceField(label="Sector", choices=choices(SECTOR_LABELS), initial=Sector.OTHER.value)
    parent = picker(Organisation, "Part of", "Nothing larger", required=False)
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)
    source = forms.CharField(label="Where this is stated", max_length=500, required=False)

    def clean_sector(self) -> Sector:
        return Sector(self.cleaned_data["sector"])


class RenameForm(forms.Form):
    name = forms.CharField(label="New name", max_length=200, error_messages={"required": "Enter the new name"})
    on = SplitDateField(label="First day of the new name", help_text=WHEN)


class AlsoForm(forms.Form):
    name = forms.CharField(
        label="Other name",
        max_length=200,
        help_text="As papers write it; they will find this organisation by it",
        error_messages={"required": "Enter the other name"},
    )


class EndForm(forms.Form):
    last_day = SplitDateField(label="Last day", help_text=WHEN, error_messages={"required": "Enter the last day"})


class StandingForm(forms.Form):
    standing = forms.ChoiceField(
        label="What is it in these arrangements?", choices=choices(STANDING_LABELS), widget=forms.RadioSelect
    )
    category = forms.CharField(
        label="Category", max_length=80, required=False, help_text="Of a relevant agency, as the regulations list them"
    )
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)
    source = forms.CharField(label="Where this is stated", max_length=500, required=False)

    def clean_standing(self) -> Standing:
        return Standing(self.cleaned_data["standing"])


class IdentifierForm(forms.Form):
    scheme = forms.ChoiceField(label="Which number?", choices=list(SCHEME_LABELS.items()))
    value = forms.CharField(label="Number or code", max_length=40, error_messages={"required": "Enter the number"})


class ServesForm(ScopedForm):
    area = picker(Area, "Which area?", error_messages={"required": "Choose the area"})
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)


class SuccessionForm(ScopedForm):
    successor = picker(Organisation, "Which organisation came after?", error_messages={"required": "Choose it"})
    kind = forms.ChoiceField(label="How?", choices=choices(SUCCESSION_LABELS), widget=forms.RadioSelect)
    on = SplitDateField(label="On which day?", help_text=f"{WHEN}. The first day of the one that came after.")
    source = forms.CharField(label="Where this is stated", max_length=500, required=False)

    def clean_kind(self) -> SuccessionKind:
        return SuccessionKind(self.cleaned_data["kind"])


class AreaForm(forms.Form):
    code = forms.CharField(
        label="Code",
        max_length=20,
        help_text="The national code, for example E09000001",
        error_messages={"required": "Enter the code"},
    )
    name = forms.CharField(label="Name", max_length=120, error_messages={"required": "Enter the area’s name"})
    kind = forms.ChoiceField(label="Kind", choices=choices(AREA_KIND_LABELS), widget=forms.RadioSelect)
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)
    population_0_17 = forms.IntegerField(label="Children aged 0 to 17", min_value=0, required=False)
    source = forms.CharField(label="Where this is stated", max_length=500, required=False)

    def clean_kind(self) -> AreaKind:
        return AreaKind(self.cleaned_data["kind"])


class PlaceForm(ScopedForm):
    whole = picker(Area, "Which larger area?", error_messages={"required": "Choose the larger area"})
    started_on = SplitDateField(label="First day", required=False, help_text=UNKNOWN_START)
    source = forms.CharField(label="Where this is stated", max_length=500, required=False)
