"""Forms of imports."""

from django import forms

from .commands.registers import REGISTERS


class SheetForm(forms.Form):
    register = forms.ChoiceField(
        label="Which register is it for?",
        choices=[(code, one.sheet.title) for code, one in REGISTERS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the register that the sheet is for"},
    )
    file = forms.FileField(
        label="The workbook",
        help_text="Excel (.xlsx) or OpenDocument (.ods). Its first row holds the headings of the template",
        error_messages={"required": "Choose a workbook"},
    )


class AddForm(forms.Form):
    """Asks nothing: the page says what is added."""
