from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_signed_in, opens_to_everyone, opens_with


@opens_signed_in
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "workspace/home.html", {})


@opens_with(Deed.READ)
def partnership_home(request: HttpRequest) -> HttpResponse:
    return render(request, "workspace/home.html", {})


@opens_to_everyone
def health(request: HttpRequest) -> HttpResponse:
    """For load balancers: 200 when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
