"""Forms that add and correct people, posts and who holds them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with

from .. import commands, forms
from ..domain.dates import day_after
from ..models import Holding, Person
from .answering import answer
from .organisations import organisation_or_404
from .people import person_or_404, post_or_404


def _address(request: HttpRequest, name: str, *parts: int) -> str:
    return reverse(f"directory:{name}", args=[request.scope.slug, *parts])


@opens_with(Deed.KEEP_DIRECTORY)
def create(request: HttpRequest) -> HttpResponse:
    form = forms.PersonForm(request.POST or None, initial={"name": request.GET.get("name", "")})
    return answer(
        request,
        form,
        lambda data: commands.record_person(partnership=request.scope, by=request.user, **data),
        title="Add a person",
        button="Add the person",
        back=_address(request, "people"),
        saved="The person is added. Say which post they hold.",
        text="People of this partnership’s work only; never a child or a family member.",
        to=lambda person: _address(request, "person", person.pk),
    )


@opens_with(Deed.KEEP_DIRECTORY)
def correct(request: HttpRequest, person: int) -> HttpResponse:
    found = person_or_404(request, person)
    names = ("name", "honorific", "work_email", "work_phone")
    form = forms.PersonForm(request.POST or None, initial={name: getattr(found, name) for name in names})

    def do(data: dict[str, str]) -> Person:
        if data["name"] != found.name:
            commands.rename_person(person=found, name=data.pop("name"), by=request.user)
        data.pop("name", None)
        return commands.correct_person(person=found, by=request.user, **data)

    return answer(
        request,
        form,
        do,
        title="Correct this person",
        button="Save",
        back=_address(request, "person", person),
        saved="Saved.",
        caption=found.name,
    )


@opens_with(Deed.KEEP_DIRECTORY)
def appoint(request: HttpRequest, person: int) -> HttpResponse:
    found = person_or_404(request, person)
    form = forms.AppointForm(request.POST or None, partnership=request.scope, on=request.today, known="person")
    return answer(
        request,
        form,
        lambda data: commands.appoint(person=found, by=request.user, **data),
        title="Say which post they hold",
        button="Save",
        back=_address(request, "person", person),
        saved="The post is recorded.",
        caption=found.name,
        text="If the post is not in the list, add it on its organisation’s page first.",
    )


@opens_with(Deed.KEEP_DIRECTORY)
def fill(request: HttpRequest, post: int) -> HttpResponse:
    found = post_or_404(request, post)
    form = forms.AppointForm(request.POST or None, partnership=request.scope, on=request.today, known="post")
    return answer(
        request,
        form,
        lambda data: commands.appoint(post=found, by=request.user, **data),
        title="Say who holds this post",
        button="Save",
        back=_address(request, "post", post),
        saved="The holder is recorded.",
        caption=str(found),
        text="If the person is not in the list, add them under People first.",
    )


@opens_with(Deed.KEEP_DIRECTORY)
def correct_a_holding(request: HttpRequest, holding: int) -> HttpResponse:
    rows = Holding.objects.filter(post__partnership=request.scope).select_related("person", "post__organisation")
    found = get_object_or_404(rows, pk=holding)
    form = forms.HoldingForm(request.POST or None, initial=forms.holding_initial(found))
    return answer(
        request,
        form,
        lambda data: commands.correct_holding(holding=found, by=request.user, **form.changes()),
        title="When and how they held this post",
        button="Save",
        back=_address(request, "person", found.person_id),
        saved="Saved.",
        caption=f"{found.person.name}: {found.post.title}",
    )


@opens_with(Deed.KEEP_DIRECTORY)
def create_a_post(request: HttpRequest, organisation: int) -> HttpResponse:
    found = organisation_or_404(request, organisation)
    form = forms.PostForm(request.POST or None, partnership=request.scope, on=request.today)
    return answer(
        request,
        form,
        lambda data: commands.create_post(partnership=request.scope, organisation=found, by=request.user, **data),
        title="Add a post",
        button="Add the post",
        back=_address(request, "organisation", organisation),
        saved="The post is added. Say who holds it, or leave it vacant.",
        caption=found.name,
        to=lambda post: _address(request, "post", post.pk),
    )


@opens_with(Deed.KEEP_DIRECTORY)
def correct_a_post(request: HttpRequest, post: int) -> HttpResponse:
    found = post_or_404(request, post)
    initial = {"title": found.title, "role": found.role, "area": found.area_id, "started_on": found.started_on}
    form = forms.PostForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return answer(
        request,
        form,
        lambda data: commands.correct_post(post=found, by=request.user, **data),
        title="Correct this post",
        button="Save",
        back=_address(request, "post", post),
        saved="The post is corrected.",
        caption=str(found),
    )


@opens_with(Deed.KEEP_DIRECTORY)
def end_a_post(request: HttpRequest, post: int) -> HttpResponse:
    found = post_or_404(request, post)
    form = forms.EndForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.end_post(post=found, on=day_after(data["last_day"]), by=request.user),
        title="End this post",
        button="End the post",
        back=_address(request, "post", post),
        saved="The post has an end. It stays to be seen at earlier dates.",
        caption=str(found),
        text="Whoever holds it leaves on the same day.",
        warning=True,
    )
