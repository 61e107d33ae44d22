from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.doors import opens_signed_in
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_visible_to
from sightline.foundation.library.queries import search as find

from ..presenters.search import search_page
from ..queries.search import whereabouts

SIZE = 20
LONGEST = 200


@opens_signed_in
def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:LONGEST]
    kind = request.GET.get("kind", "")
    start = min(int(asked), 10_000) if (asked := request.GET.get("start", "0")).isdigit() else 0
    found = find(request.viewer, words, kind=kind, offset=start, limit=SIZE)
    places = Partnership.objects.in_bulk({hit.partnership_id for hit in found.hits if hit.partnership_id})
    usual = partnerships_visible_to(request.viewer).values_list("slug", flat=True).first() or ""
    where = whereabouts(found.hits, {pk: place.slug for pk, place in places.items()}, usual)
    page = search_page(words, kind, start, SIZE, found, places, where)
    return render(request, "workspace/search.html", {"page": page})
