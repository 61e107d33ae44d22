"""Pages of briefings."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import paper_download, table_download
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.queries import statutory_partners
from sightline.partnership.plan.queries import themes_for

from .. import commands, policy, queries
from ..documents.papers import briefing_paper
from ..domain.briefings import BriefingKind
from ..domain.issues import cascade_due, receipt_due
from ..forms import briefings as forms
from ..models import Briefing, BriefingFinding
from ..presenters import briefings as shown
from ..presenters import issues as sent
from ..presenters.shared import at


def draft_or_404(request: HttpRequest, briefing: int) -> Briefing:
    found = queries.draft_in(request.scope, briefing)
    if found is None:
        raise Http404
    return found


def to_briefing(request: HttpRequest, briefing: Briefing) -> str:
    return at("briefing", request.scope.slug, briefing=briefing.pk)


@opens_with(Deed.READ)
def briefing_list(request: HttpRequest) -> HttpResponse:
    found = list(queries.visible_briefings(request.viewer, request.scope, request.as_at))
    reach = queries.reach_by_briefing([one.pk for one in found], request.as_at)
    page = shown.briefings_page(found, reach, request.scope, request.viewer, request.as_at, request.path)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


@opens_with(Deed.READ)
def briefing_page(request: HttpRequest, briefing: int) -> HttpResponse:
    found = queries.briefing_in(request.viewer, request.scope, briefing, request.as_at)
    if found is None:
        raise Http404
    newer = queries.visible_briefings(request.viewer, request.scope, request.as_at).filter(revises=found).first()
    partners = {body.pk for body in statutory_partners(request.scope, request.as_at)}
    issues = list(queries.issues_of(found, request.as_at))
    keeps = bool(policy.may_keep_learning(request.viewer, request.scope.pk))
    table = sent.issues_table(issues, partners, request.scope.slug, request.as_at, request.path, keeps)
    page = shown.briefing_page(found, newer, request.viewer, request.scope, request.as_at)
    answer = table_download(request, table)
    return answer or render(request, "learning/briefing.html", {"page": page, "table": table})


@opens_with(Deed.READ)
def briefing_paper_page(request: HttpRequest, briefing: int, form: str) -> HttpResponse:
    found = queries.briefing_in(request.viewer, request.scope, briefing, request.as_at)
    if found is None:
        raise Http404
    paper = briefing_paper(shown.briefing_words(found, request.scope, request.as_at))
    return paper_download(paper, form, slugify(f"briefing {found.title}"))


@opens_with(Deed.KEEP_LEARNING)
def write(request: HttpRequest) -> HttpResponse:
    """Begins a briefing; `?finding=` or `?theme=` in the address comes from where the idea arose."""
    offered = queries.findings_to_choose(request.viewer, request.scope, request.as_at)
    wanted = request.GET.get("finding", "")
    begun = offered.filter(pk=int(wanted)).first() if wanted.isdigit() else None
    theme = request.GET.get("theme", "")
    initial = {"themes": themes_for(request.scope, request.today).filter(pk=int(theme) if theme.isdigit() else 0)}
    if begun:
        initial["themes"] = [link.theme_id for link in begun.themes.all()]
    form = forms.NewBriefingForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)

    def do(data: dict[str, Any]) -> Briefing:
        findings = [begun] if begun else []
        return commands.draft_briefing(
            partnership=request.scope, on=request.today, by=request.user, findings=findings, **data
        )

    return ask(
        request,
        form,
        title="Write a briefing",
        button="Begin the briefing",
        do=do,
        to=lambda done: at("findings" if not begun else "parts", request.scope.slug, briefing=done.pk),
        back=at("briefings", request.scope.slug),
        text=begun.text if begun else "",
        said="The briefing is begun.",
    )


@opens_with(Deed.KEEP_LEARNING)
def correct(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    initial = {name: getattr(found, name) for name in ("title", "roles", "also_from", "url", "review_on")}
    initial["sectors"] = list(found.sectors.values_list("sector", flat=True))
    initial["themes"] = list(found.themes.values_list("theme", flat=True))
    form = forms.BriefingForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return ask(
        request,
        form,
        title="Change title and audience",
        button="Save",
        do=lambda data: commands.correct_briefing(briefing=found, by=request.user, **data),
        to=lambda done: to_briefing(request, done),
        back=to_briefing(request, found),
    )


@opens_with(Deed.KEEP_LEARNING)
def parts(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    initial = dict(found.parts.values_list("code", "text"))
    form = forms.PartsForm(request.POST or None, kind=BriefingKind(found.kind), initial=initial)
    return ask(
        request,
        form,
        title=f"Write its parts: {found.title}",
        button="Save the parts",
        do=lambda data: commands.write_parts(briefing=found, texts=data, by=request.user),
        to=lambda done: to_briefing(request, done),
        back=to_briefing(request, found),
        said="The parts are saved.",
    )


@opens_with(Deed.KEEP_LEARNING)
def findings(request: HttpRequest, briefing: int) -> HttpResponse:
    """A list of findings, narrowed by theme and review; those already in the briefing are not offered again."""
    found = draft_or_404(request, briefing)
    theme, review = request.GET.get("theme", ""), request.GET.get("review", "")
    offered = queries.findings_to_choose(request.viewer, request.scope, request.as_at, theme=theme, review=review)
    offered = offered.exclude(pk__in=found.findings.values("finding"))
    form = forms.FindingsForm(request.POST or None, offered=offered)
    if request.method == "POST" and form.is_valid():
        try:
            commands.make_from_findings(briefing=found, findings=form.cleaned_data["findings"], by=request.user)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, "The findings are in the briefing. Now write its parts in plain words.")
            return redirect("learning:parts", partnership=request.scope.slug, briefing=found.pk)
    context = {
        "form": form,
        "title": f"Choose findings: {found.title}",
        "back": to_briefing(request, found),
        "any": offered.exists(),
        "skip": at("parts", request.scope.slug, briefing=found.pk),
        "themes": _choices(themes_for(request.scope, request.today), theme),
        "reviews": _choices(queries.reviews_with_findings(request.viewer, request.scope, request.as_at), review),
    }
    return render(request, "learning/findings.html", context)


def _choices(rows: Any, chosen: str) -> list[tuple[str, str, bool]]:
    return [("", "All", not chosen), *((str(row.pk), str(row), str(row.pk) == chosen) for row in rows)]


def _link_or_404(request: HttpRequest, briefing: int, finding: int) -> BriefingFinding:
    link = queries.link_in(draft_or_404(request, briefing), finding)
    if link is None:
        raise Http404
    return link


@opens_with(Deed.KEEP_LEARNING)
@require_POST
def drop_finding(request: HttpRequest, briefing: int, finding: int) -> HttpResponse:
    link = _link_or_404(request, briefing, finding)
    return done_or_said(
        request, lambda: commands.drop_finding(link=link, by=request.user), link.briefing, "The finding is taken out."
    )


@opens_with(Deed.KEEP_LEARNING)
def carry(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    return ask(
        request,
        forms.CarryForm(request.POST or None, briefing=found, on=request.today),
        title=f"Add a recommendation: {found.title}",
        button="Add it",
        do=lambda data: commands.carry_recommendation(briefing=found, by=request.user, **data),
        to=lambda done: to_briefing(request, found),
        back=to_briefing(request, found),
        said="The recommendation is in the briefing.",
    )


@opens_with(Deed.KEEP_LEARNING)
@require_POST
def leave(request: HttpRequest, briefing: int, recommendation: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    link = found.recommendations.filter(recommendation=recommendation).first()
    if link is None:
        raise Http404
    return done_or_said(
        request,
        lambda: commands.leave_recommendation(link=link, by=request.user),
        found,
        "The recommendation is taken out.",
    )


@opens_with(Deed.KEEP_LEARNING)
def release(request: HttpRequest, briefing: int, finding: int) -> HttpResponse:
    link = _link_or_404(request, briefing, finding)
    if not (verdict := policy.may_release(request.viewer, request.scope.pk)):
        raise PermissionDenied(verdict.reason)
    return ask(
        request,
        forms.ReasonForm(request.POST or None),
        title="Release this finding for learning",
        button="Release it",
        do=lambda data: commands.release_finding(link=link, on=request.today, by=request.user, **data),
        to=lambda done: to_briefing(request, done.briefing),
        back=to_briefing(request, link.briefing),
        text=link.finding.text,
        hint="Its review is not published. Once the briefing is issued, everyone who is sent it reads this.",
        said="The finding is released.",
        warning=True,
    )


def done_or_said(request: HttpRequest, do: Any, briefing: Briefing, said: str, to: str = "") -> HttpResponse:
    """A deed by one button: done, or why not in words on the page of the briefing."""
    try:
        do()
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect(to_briefing(request, briefing))
    messages.success(request, said)
    return redirect(to or to_briefing(request, briefing))


@opens_with(Deed.KEEP_LEARNING)
def approve(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    initial = {"on": request.today}
    form = forms.ApprovalForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return ask(
        request,
        form,
        title=f"Approve: {found.title}",
        button="Approve it",
        do=lambda data: commands.approve_briefing(briefing=found, by=request.user, **data),
        to=lambda done: to_briefing(request, done),
        back=to_briefing(request, found),
        said="The briefing is approved.",
    )


@opens_with(Deed.KEEP_LEARNING)
def issue(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    bodies = queries.agencies_to_send(request.scope, request.today)
    initial = {
        "on": request.today,
        "agencies": [body.pk for body in bodies],
        "receipt_due_on": receipt_due(request.today),
        "cascade_due_on": cascade_due(request.today),
    }
    form = forms.IssueForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return ask(
        request,
        form,
        title=f"Issue: {found.title}",
        button="Issue it",
        do=lambda data: commands.issue_briefing(briefing=found, by=request.user, **data),
        to=lambda done: to_briefing(request, done),
        back=to_briefing(request, found),
        hint="Once issued it is not changed: a new version replaces it.",
        said="The briefing is issued.",
    )


@opens_with(Deed.KEEP_LEARNING)
def revise(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    return ask(
        request,
        forms.RevisionForm(request.POST or None),
        title=f"Make a new version: {found.title}",
        button="Make a new version",
        do=lambda data: commands.revise_briefing(briefing=found, on=request.today, by=request.user, **data),
        to=lambda done: to_briefing(request, done),
        back=to_briefing(request, found),
        hint="This one stays in force until the new one is issued.",
        said="The new version is a draft.",
    )


@opens_with(Deed.KEEP_LEARNING)
def retire(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    return ask(
        request,
        forms.ReasonForm(request.POST or None),
        title=f"Retire: {found.title}",
        button="Retire it",
        do=lambda data: commands.retire_briefing(briefing=found, on=request.today, by=request.user, **data),
        to=lambda done: to_briefing(request, done),
        back=to_briefing(request, found),
        said="The briefing is retired.",
        warning=True,
    )


@opens_with(Deed.KEEP_LEARNING)
@require_POST
def remove(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    to = at("briefings", request.scope.slug)
    return done_or_said(
        request, lambda: commands.remove_briefing(briefing=found, by=request.user), found, "The draft is removed.", to
    )
