"""The gallery of components, and the question whether words that someone is typing tell of a child."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from sightline.kernel.guarded import child_details

from . import gallery as samples
from .gallery_tables import long_table
from .responses import table_download


def gallery(request: HttpRequest) -> HttpResponse:
    table = long_table(request.path)
    return table_download(request, table) or render(request, "design/gallery.html", samples.context(table))


gallery.access = "everyone"  # it shows invented words only; the doors are a floor that this room does not know


CHECKED = 20_000
"""Characters of a text that are looked at while someone types; all of it is looked at when it is sent."""


@csrf_exempt  # it changes nothing, and pages without a session ask it too
@require_POST
def check_words(request: HttpRequest) -> HttpResponse:
    """Says what the form would refuse. Nothing is kept, and nothing of the text is in the answer."""
    return JsonResponse({"said": child_details(request.POST.get("words", "")[:CHECKED])})


check_words.access = "everyone"  # those who answer from an e-mail's link have no account
