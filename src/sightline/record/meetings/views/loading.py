"""What every view of one meeting begins with."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from sightline.kernel.verdict import Refused

from .. import queries
from ..models import Meeting
from ..presenters.frame import frame_of


def meeting_or_404(request: HttpRequest, pk: int) -> Meeting:
    found = queries.meeting_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


def framed(request: HttpRequest, meeting: Meeting, current: str, **more: Any) -> dict[str, Any]:
    return {"meeting": frame_of(meeting, request.viewer, request.today, current, request.as_at), **more}


def back_to(request: HttpRequest, page: str, meeting: Meeting, anchor: str = "", **parts: Any) -> HttpResponse:
    answer = redirect(f"meetings:{page}", partnership=request.scope.slug, meeting=meeting.pk, **parts)
    answer["Location"] += anchor
    return answer


def refused(request: HttpRequest, refusal: Refused, form: Form | None = None) -> None:
    """Says a refusal beside the field at fault, or at the top of the next page."""
    if form is None:
        messages.error(request, refusal.reason)
    else:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
