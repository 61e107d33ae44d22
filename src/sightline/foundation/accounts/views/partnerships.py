"""The partnerships of the installation: administrators add one and invite its first business manager from its page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.design.responses import table_download
from sightline.kernel.verdict import Refused

from ..commands import establish_partnership
from ..domain import Deed, Tier
from ..doors import opens_everywhere_with
from ..forms import PartnershipForm
from ..models import Partnership
from ..presenters.partnerships import partnerships_table
from ..queries import partnerships_with_managers


@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def partnerships(request: HttpRequest) -> HttpResponse:
    table = partnerships_table(partnerships_with_managers(request.today), request.path)
    return table_download(request, table) or render(request, "accounts/partnerships.html", {"table": table})


@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def add_partnership(request: HttpRequest) -> HttpResponse:
    form = PartnershipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = _established(request, form)
        if made:
            messages.success(request, f"{made.name} is set up. Invite its business manager next.")
            return redirect("accounts:people", made.slug)
    return render(request, "accounts/add_partnership.html", {"form": form})


def _established(request: HttpRequest, form: PartnershipForm) -> Partnership | None:
    answers = form.cleaned_data
    try:
        return establish_partnership(
            slug=answers["slug"],
            name=answers["name"],
            short_name=answers["short_name"],
            tier=Tier(answers["tier"]),
            overseen_by=answers["overseen_by"],
            started_on=answers["started_on"],
            by=request.user,
        )
    except Refused as refusal:
        form.add_error(refusal.field, refusal.reason)
        return None
