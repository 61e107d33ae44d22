"""Which region a person who oversees looks from."""

from django.http import Http404, HttpRequest

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.models import Partnership


def region_of(request: HttpRequest) -> Partnership:
    """The region that the address names (`?region=…`), else the first that the viewer oversees."""
    found = Partnership.objects.filter(pk__in=request.viewer.partnerships(Deed.OVERSEE)).order_by("pk")
    if slug := request.GET.get("region"):
        found = found.filter(slug=slug)
    region = found.first()
    if region is None:
        raise Http404
    return region
