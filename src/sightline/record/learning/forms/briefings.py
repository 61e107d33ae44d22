"""Forms of briefings and of their way to agencies."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.fields import GuardedTextField, ManyRowsField, SplitDateField
from sightline.partnership.directory.domain import SECTOR_LABELS
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.directory.queries import organisations_of, posts_of
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import themes_for
from sightline.record.meetings.models import Meeting
from sightline.record.recommendations.models import Recommendation
from sightline.record.recommendations.queries import recommendations_of
from sightline.record.reviews.models import Finding

from .. import queries
from ..domain.briefings import KIND_LABELS, PARTS, BriefingKind
from ..models import Briefing

SECTORS = [(s.value, label) for s, label in SECTOR_LABELS.items()]


class FindingsField(ManyRowsField):
    """Findings by their review and words, so that people know them again."""

    def label_from_instance(self, finding: Finding) -> str:
        number = f", finding {finding.number}" if finding.number else ""
        closed = "" if finding.review.published_on else " (not published)"
        return f"{finding.text} — {finding.review.reference}{number}{closed}"


class BriefingForm(forms.Form):
    """What it is and for whom."""

    title = forms.CharField(
        label="Title",
        help_text="What people will see in their inbox",
        max_length=200,
        error_messages={"required": "Enter a title"},
    )
    sectors = forms.MultipleChoiceField(
        label="Which sectors is it for?",
        help_text="Choose none when it is for all",
        choices=SECTORS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    roles = GuardedTextField(
        label="Which roles is it for?",
        help_text="For example, health visitors and designated safeguarding leads",
        rows=2,
        max_length=300,
        required=False,
    )
    themes = ManyRowsField(Theme.objects.none(), label="Themes", widget=forms.CheckboxSelectMultiple, required=False)
    also_from = GuardedTextField(
        label="What else is it made from?",
        help_text="Audits, deep dives, inspections or national reviews, in words",
        rows=2,
        max_length=500,
        required=False,
    )
    url = forms.URLField(label="Link to the video or the booking page", required=False, assume_scheme="https")
    review_on = SplitDateField(label="When is it to be looked at again?", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].queryset = themes_for(partnership, on)


class NewBriefingForm(BriefingForm):
    kind = forms.ChoiceField(
        label="What kind of briefing is it?",
        choices=[(k.value, label) for k, label in KIND_LABELS.items()],
        widget=forms.RadioSelect,
        initial=BriefingKind.SEVEN_MINUTE.value,
        error_messages={"required": "Choose a kind"},
    )
    field_order = ["kind"]


class PartsForm(forms.Form):
    """The short parts of one kind of briefing; each says what belongs in it."""

    def __init__(self, *args: Any, kind: BriefingKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in PARTS[kind]:
            self.fields[part.code] = GuardedTextField(
                label=part.heading, help_text=f"{part.hint} Each line becomes a point.", rows=4, required=False
            )


class FindingsForm(forms.Form):
    findings = FindingsField(
        Finding.objects.none(),
        label="Findings",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one finding"},
    )

    def __init__(self, *args: Any, offered: Iterable[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["findings"].queryset = offered


class CarryForm(forms.Form):
    recommendation = forms.ModelChoiceField(
        Recommendation.objects.none(),
        label="Which recommendation does it carry?",
        empty_label="Choose a recommendation",
        error_messages={"required": "Choose a recommendation"},
    )

    def __init__(self, *args: Any, briefing: Briefing, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        carried = briefing.recommendations.values("recommendation")
        self.fields["recommendation"].queryset = recommendations_of(briefing.partnership, on).exclude(pk__in=carried)


class ReasonForm(forms.Form):
    because = GuardedTextField(label="Why?", rows=2, max_length=300, error_messages={"required": "Say why"})


class RevisionForm(forms.Form):
    why = GuardedTextField(
        label="Why is there a new version?", rows=2, max_length=300, error_messages={"required": "Say why"}
    )


class ApprovalForm(forms.Form):
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label="Was it approved at a meeting?",
        help_text="Leave this as it is when you approve it yourself. Nobody approves their own words alone.",
        required=False,
        empty_label="No, I approve it",
    )
    on = SplitDateField(label="Date of approval", error_messages={"required": "Enter the date of approval"})

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = queries.meetings_to_name(partnership, on)


class IssueForm(forms.Form):
    on = SplitDateField(label="Date of issue", error_messages={"required": "Enter the date of issue"})
    agencies = ManyRowsField(
        Organisation.objects.none(),
        label="Which agencies is it sent to?",
        help_text="Each is asked to confirm receipt and to say to whom it passed the briefing on",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    to_subscribers = forms.BooleanField(label="Send it to subscribers too", required=False, initial=True)
    receipt_due_on = SplitDateField(label="Receipt is to be confirmed by", required=False)
    cascade_due_on = SplitDateField(label="Passing on is to be confirmed by", required=False)

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = queries.agencies_to_send(partnership, on)


class AgencyForm(forms.Form):
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Which agency?",
        empty_label="Choose an agency",
        error_messages={"required": "Choose an agency"},
    )
    contact = forms.ModelChoiceField(
        Post.objects.none(), label="Which post answers for it?", required=False, empty_label="Not known yet"
    )

    def __init__(self, *args: Any, partnership: Partnership, briefing: Briefing, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = briefing.issues.values("organisation")
        self.fields["organisation"].queryset = organisations_of(partnership).exclude(pk__in=sent)
        self.fields["contact"].queryset = posts_of(partnership, on)


class ContactForm(forms.Form):
    contact = forms.ModelChoiceField(
        Post.objects.none(), label="Which post answers for it?", required=False, empty_label="Not known yet"
    )
    receipt_due_on = SplitDateField(label="Receipt is to be confirmed by")
    cascade_due_on = SplitDateField(label="Passing on is to be confirmed by")

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = posts_of(partnership, on)


class ReceiptForm(forms.Form):
    said_by = GuardedTextField(
        label="Who said so?",
        help_text="A name and post, or “by e-mail from the named nurse”",
        rows=1,
        max_length=200,
        error_messages={"required": "Say who confirmed it"},
    )
    on = SplitDateField(label="When did they say so?", error_messages={"required": "Enter the date"})


class CascadeForm(ReceiptForm):
    how = GuardedTextField(
        label="How was it passed on?",
        help_text="For example, team meetings, the intranet, supervision",
        rows=2,
        max_length=300,
        required=False,
    )
    teams = forms.IntegerField(label="To how many teams?", min_value=0, required=False)
    staff = forms.IntegerField(label="To how many staff?", min_value=0, required=False)


class ChaseForm(forms.Form):
    words = GuardedTextField(
        label="How were they asked again?", rows=2, max_length=300, error_messages={"required": "Say how"}
    )
    on = SplitDateField(label="When?", error_messages={"required": "Enter the date"})


class SubscriberForm(forms.Form):
    email = forms.EmailField(
        label="Work e-mail address", help_text="Only the address is kept, and only while they subscribe", required=False
    )
    post = forms.ModelChoiceField(
        Post.objects.none(), label="Or a post of the directory", required=False, empty_label="No post"
    )
    sector = forms.ChoiceField(
        label="Sector",
        choices=[("", "All briefings"), *SECTORS],
        required=False,
        help_text="Briefings for this sector",
    )
    consent = GuardedTextField(
        label="How did they ask for it?",
        help_text="For example, signed up at the June training",
        rows=1,
        max_length=200,
        error_messages={"required": "Say how they asked for it"},
    )
    on = SplitDateField(label="When did they ask?", error_messages={"required": "Enter the date"})

    def __init__(self, *args: Any, partnership: Partnership, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].queryset = posts_of(partnership, on)
