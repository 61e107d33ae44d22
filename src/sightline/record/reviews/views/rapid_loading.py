"""What the pages of incidents and rapid reviews load and where they lead back."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed

from ..forms.incidents import ConfirmForm
from ..models import AgencyReturn, Incident, RapidReview
from ..queries import incidents as incident_queries
from ..queries import rapid as queries


def incident_or_404(request: HttpRequest, pk: int) -> Incident:
    found = incident_queries.incident_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


def rapid_or_404(request: HttpRequest, pk: int) -> RapidReview:
    found = queries.rapid_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


def return_or_404(request: HttpRequest, rapid: int, pk: int) -> AgencyReturn:
    found = queries.return_in(rapid_or_404(request, rapid), pk)
    if found is None:
        raise Http404
    return found


def address(request: HttpRequest, name: str, anchor: str = "", **parts: int) -> str:
    return reverse(f"reviews:{name}", kwargs={"partnership": request.scope.slug, **parts}) + anchor


def confirming(request: HttpRequest) -> ConfirmForm:
    """The form of a page that asks nothing but whether to go on."""
    return ConfirmForm(request.POST if request.method == "POST" else None)


def may_keep(request: HttpRequest) -> bool:
    """Whether buttons that change the record are shown: only today, to those who keep reviews."""
    return request.as_at == request.today and request.viewer.may(Deed.KEEP_REVIEWS, request.scope.pk)
