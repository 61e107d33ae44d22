from django import forms

from sightline.foundation.design.fields import GuardedTextField, SplitDateField


class SetAsideForm(forms.Form):
    reason = GuardedTextField(
        label="Why does this not need acting on?",
        help_text="Whoever reads the record next will see this. Do not write anything about a child.",
        rows=5,
        max_length=1000,
        error_messages={"required": "Say why this does not need acting on"},
    )
    until = SplitDateField(
        label="On which day should it come back?",
        help_text="Within a year. It comes back by itself if it has not been mended.",
        error_messages={"required": "Enter the day on which it should come back"},
    )
