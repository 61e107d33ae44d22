from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download

from ..presenters.accounts import review_table
from ..queries.accounts import roles_to_review


@opens_with(Deed.MANAGE_ACCOUNTS)
def review_roles(request: HttpRequest) -> HttpResponse:
    table = review_table(roles_to_review(request.scope, request.today), request.scope, request.path)
    return table_download(request, table) or render(request, "workspace/review_roles.html", {"table": table})
