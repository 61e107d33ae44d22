"""The gallery: every component with sample words, for those who build pages and for the tests."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import gallery as samples
from .gallery_tables import long_table
from .responses import table_download


def gallery(request: HttpRequest) -> HttpResponse:
    table = long_table(request.path)
    return table_download(request, table) or render(request, "design/gallery.html", samples.context(table))


gallery.access = "everyone"  # it shows invented words only; the doors are a floor that this room does not know
