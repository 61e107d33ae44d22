"""Findings and rules as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Verdict

from ..domain import SEVERITY_LABELS, Severity
from ..models import Check, Finding, SetAside
from ..rules.catalogue import Rule, catalogue
from .addresses import address

SHORT_SEVERITY = {Severity.DUTY: "Duty", Severity.OWN_RULES: "Own rules", Severity.RECORD: "Record"}
TAGS = {Severity.DUTY: "red", Severity.OWN_RULES: "yellow", Severity.RECORD: "grey"}

RESTRICTED = "Only those who may read serious incidents and unpublished reviews see this finding. It is never shared."


@dataclass(frozen=True)
class Tally:
    """How many findings of one severity need someone; leads to exactly those."""

    text: str
    number: int
    href: str


@dataclass(frozen=True)
class FindingsPage:
    table: Table
    tallies: tuple[Tally, ...]
    checked: str
    is_today: bool
    check_href: str
    rules_href: str


@dataclass(frozen=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True)
class Aside:
    reason: str
    words: str


@dataclass(frozen=True)
class FindingPage:
    title: str
    severity: str
    tag: str
    subject: Link
    rule: Rule
    rule_href: str
    shown: tuple[Link, ...]
    found: str
    closed: str
    is_set_aside: bool
    restricted: str
    asides: tuple[Aside, ...]
    may_set_aside: bool
    why_not: str
    set_aside_href: str
    bring_back_href: str
    back_href: str


@dataclass(frozen=True)
class RulePage:
    rule: Rule
    severity: str
    back_href: str


def findings_page(request: HttpRequest, rows: Iterable[Finding], checked: Check | None) -> FindingsPage:
    rows = list(rows)
    slug = request.scope.slug
    here = reverse("gaps:findings", args=[slug])
    return FindingsPage(
        table=_findings_table(rows, slug, request.path),
        tallies=tuple(
            Tally(
                SEVERITY_LABELS[severity],
                sum(1 for f in rows if f.severity == severity and not f.is_set_aside),
                f"{here}?severity={SHORT_SEVERITY[severity].replace(' ', '+')}&state=Needs+someone",
            )
            for severity in Severity
        ),
        checked=f"{checked.at:%-d %B %Y}" if checked else "",
        is_today=request.as_at == request.today,
        check_href=reverse("gaps:check", args=[slug]),
        rules_href=reverse("gaps:rules"),
    )


def _findings_table(rows: list[Finding], slug: str, path: str) -> Table:
    return Table(
        caption="Findings",
        caption_hidden=True,
        columns=(
            Column("finding", "Finding"),
            Column("about", "About"),
            Column("severity", "By consequence"),
            Column("rule", "Rule"),
            Column("found", "Found"),
            Column("state", "State"),
        ),
        rows=tuple(_finding_row(f, slug) for f in rows),
        filters=(Filter("severity", "By consequence"), Filter("rule", "Rule"), Filter("state", "State")),
        searchable=True,
        export_href=path,
        empty="The rules find nothing missing.",
        note="A finding disappears by itself when what it names is mended.",
    )


def _finding_row(f: Finding, slug: str) -> Row:
    return row(
        Cell(text=f.summary, href=reverse("gaps:finding", args=[slug, f.pk])),
        f.subject_label,
        Cell(
            text=SHORT_SEVERITY[Severity(f.severity)],
            tag=TAGS[Severity(f.severity)],
            value=list(Severity).index(f.severity),
        ),
        f.rule.replace("_", " ").capitalize(),
        f.found_at.date(),
        "Set aside" if f.is_set_aside else "Needs someone",
        facets={"severity": SHORT_SEVERITY[Severity(f.severity)]},
    )


def finding_page(request: HttpRequest, f: Finding, asides: Iterable[SetAside], verdict: Verdict) -> FindingPage:
    slug = request.scope.slug
    asides = list(asides)
    return FindingPage(
        title=f.summary,
        severity=SEVERITY_LABELS[Severity(f.severity)],
        tag=TAGS[Severity(f.severity)],
        subject=Link(f.subject_label, address(f.reference, slug, f.board_id)),
        rule=catalogue()[f.rule],
        rule_href=reverse("gaps:rule", args=[f.rule]),
        shown=tuple(_shown(item, slug, f.board_id) for item in f.evidence),
        found=f"{f.found_at:%-d %B %Y}",
        closed=f"{f.closed_at:%-d %B %Y}" if f.closed_at else "",
        is_set_aside=any(a.ended_at is None and a.until > request.today for a in asides),
        restricted=RESTRICTED if f.is_restricted else "",
        asides=tuple(_aside(a) for a in asides),
        may_set_aside=bool(verdict),
        why_not=verdict.reason,
        set_aside_href=reverse("gaps:set_aside", args=[slug, f.pk]),
        bring_back_href=reverse("gaps:bring_back", args=[slug, f.pk]),
        back_href=reverse("gaps:findings", args=[slug]),
    )


def _shown(item: dict[str, str], slug: str, board_id: int | None) -> Link:
    reference = item.get("reference")
    return Link(item["text"], address(Reference.parse(reference), slug, board_id) if reference else "")


def _aside(a: SetAside) -> Aside:
    ended = f", brought back on {a.ended_at:%-d %B %Y}" if a.ended_at else ""
    return Aside(a.reason, f"By {a.by or 'Sightline'} on {a.at:%-d %B %Y}, until {a.until:%-d %B %Y}{ended}")


def rules_table(rules: list[Rule], path: str) -> Table:
    return Table(
        caption="Rules in this edition",
        caption_hidden=True,
        columns=(Column("rule", "Rule"), Column("finds", "What it finds"), Column("severity", "By consequence")),
        rows=tuple(
            row(
                Cell(text=rule.title, href=reverse("gaps:rule", args=[rule.code])),
                rule.finds,
                Cell(text=SHORT_SEVERITY[rule.severity], tag=TAGS[rule.severity]),
            )
            for rule in rules
        ),
        filters=(Filter("severity", "By consequence"),),
        searchable=True,
        export_href=path,
        page_size=0,
    )


def rule_page(rule: Rule) -> RulePage:
    return RulePage(rule, SEVERITY_LABELS[rule.severity], reverse("gaps:rules"))
