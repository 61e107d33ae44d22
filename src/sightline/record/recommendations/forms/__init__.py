"""Forms of recommendations."""

from .answering import AnsweringActionForm, RaiseForm, ResponseForm
from .fields import AddresseeField, Named
from .regional import IssueForm, MorePartnershipsForm, RegionalWordingForm, WithdrawForm
from .words import AddresseeForm, RecommendationForm, SupersedeForm, SureForm, ThemesForm, WordingForm

__all__ = [
    "AddresseeField",
    "AddresseeForm",
    "AnsweringActionForm",
    "IssueForm",
    "MorePartnershipsForm",
    "Named",
    "RaiseForm",
    "RecommendationForm",
    "RegionalWordingForm",
    "ResponseForm",
    "SupersedeForm",
    "SureForm",
    "ThemesForm",
    "WithdrawForm",
    "WordingForm",
]
