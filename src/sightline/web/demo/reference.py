"""London's areas and public bodies, with their sources and dated changes; the law that comes with Sightline."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.partnership.directory import commands as directory
from sightline.partnership.directory.domain import AreaKind, Sector, SuccessionKind
from sightline.partnership.directory.models import Area, Organisation, Succession
from sightline.partnership.law.commands import load_reference
from sightline.partnership.plan.commands import load_formats, load_vocabulary
from sightline.record.reviews.commands import rest_templates_on_law

from .making import area, body_called, day, listed, organisation, placed, serving, table

AUTHORITIES = "http://www.ons.gov.uk/ons/guide-method/geography/beginner-s-guide/administrative/england/greater-london-and-the-london-boroughs/index.html"
COMMANDS = (
    "https://www.localgovernmentlawyer.co.uk/community-safety/393-community-safety-news/"
    "37215-met-police-to-scrap-borough-model-in-favour-of-12-basic-command-units"
)
# Of the twelve commands' names only these were seen on a page; their boroughs were announced in February 2018.
COMMAND_NAMES_SEEN = frozenset({"Central West", "South", "South East"})
# Health boards took their place in law on 1 July 2022; two of London's merged on 1 April 2026.
HEALTH_BOARDS_START = date(2022, 7, 1)
HEALTH_BOARDS_MERGE = date(2026, 4, 1)


@deed
def build_reference(*, by: User | None) -> None:
    load_reference(by=by)
    load_vocabulary(by=by)
    load_formats(by=by)
    rest_templates_on_law(by=by)
    _areas(by)
    _bodies(by)
    _councils(by)
    _commands(by)
    _successions(by)


def _areas(by: User | None) -> None:
    london = area(code="London", name="London", kind=AreaKind.REGION, source=AUTHORITIES, by=by)
    for row in table("health_boards"):
        area(
            code=row["code"],
            name=row["name"],
            kind=AreaKind.HEALTH_BOARD,
            started_on=day(row["started_on"]),
            ended_on=day(row["ended_on"]),
            source=row["source"],
            is_verified=row["is_verified"] == "yes",
            by=by,
        )
    for row in table("authorities"):
        authority = area(
            code=row["gss"],
            name=row["name"],
            kind=AreaKind.LOCAL_AUTHORITY,
            population_0_17=int(row["children_0_17"]),
            source=AUTHORITIES,
            by=by,
        )
        placed(part=authority, whole=london, source=AUTHORITIES, by=by)
        placed(part=authority, whole=_police_area(row["police"], by), source=COMMANDS, by=by)
        _place_in_region(authority, row["region"], london, by)
        _place_in_health_boards(authority, row, by)
        if row["command"]:
            seen = row["command"] in COMMAND_NAMES_SEEN
            placed(part=authority, whole=_command_area(row["command"], by), source=COMMANDS, is_verified=seen, by=by)


def _police_area(name: str, by: User | None) -> Area:
    short = "City of London police area" if name.startswith("City") else "Metropolitan police district"
    return area(code=f"police:{short[:4].lower()}", name=short, kind=AreaKind.POLICE_FORCE, source=COMMANDS, by=by)


def _command_area(name: str, by: User | None) -> Area:
    code = f"bcu:{name.lower().replace(' ', '-')}"
    seen = name in COMMAND_NAMES_SEEN
    return area(
        code=code,
        name=f"{name} police command",
        kind=AreaKind.POLICE_COMMAND,
        source=COMMANDS,
        is_verified=seen,
        by=by,
    )


def _place_in_region(authority: Area, half: str, london: Area, by: User | None) -> None:
    """Inner and outer as the Department for Education's files have them; an Act of 1963 has them otherwise."""
    source = "Department for Education open data (Open Government Licence v3)"
    whole = area(code=f"dfe:{half.lower()}", name=f"{half} London", kind=AreaKind.REGION, source=source, by=by)
    placed(part=authority, whole=whole, source=source, by=by)
    placed(part=whole, whole=london, source=source, by=by)


def _place_in_health_boards(authority: Area, row: dict[str, str], by: User | None) -> None:
    boards = {b["short"]: b for b in table("health_boards")}
    before, after = row["health_board_to_2026_03_31"], row["health_board_from_2026_04_01"]
    first, then = (Area.objects.get(code=boards[short]["code"]) for short in (before, after))
    source = boards[after]["source"]
    ended = HEALTH_BOARDS_MERGE if before != after else None
    placed(part=authority, whole=first, started_on=HEALTH_BOARDS_START, ended_on=ended, source=source, by=by)
    if ended:
        placed(part=authority, whole=then, started_on=ended, source=source, by=by)


def _bodies(by: User | None) -> None:
    for row in table("bodies"):
        body = organisation(
            name=row["name"],
            abbreviation=row["abbreviation"],
            sector=Sector(row["sector"]),
            started_on=day(row["started_on"]),
            ended_on=day(row["ended_on"]),
            source=row["source"],
            is_verified=row["is_verified"] == "yes",
            also=listed(row["also"]),
            by=by,
        )
        for number in listed(row["identifiers"]):
            scheme, _, value = number.partition(":")
            if not body.identifiers.filter(scheme=scheme, value=value).exists():
                directory.record_identifier(organisation=body, scheme=scheme, value=value, by=by)
        for served in _served(row):
            serving(body=body, area=served, started_on=body.started_on, ended_on=body.ended_on, by=by)
    vru, mopac = body_called("Violence Reduction Unit"), body_called("Mayor’s Office for Policing and Crime")
    if vru.parent_id is None:
        directory.correct_organisation(organisation=vru, parent=mopac, by=by)


def _served(row: dict[str, str]) -> list[Area]:
    """All London, a police area, a health board by its short name, or authorities by code."""
    if row["serves"] == "police":
        return list(Area.objects.filter(code=f"police:{'city' if row['name'].startswith('City') else 'metr'}"))
    codes = {b["short"]: b["code"] for b in table("health_boards")}
    return list(Area.objects.filter(code__in=[codes.get(code, code) for code in listed(row["serves"])]))


def _councils(by: User | None) -> None:
    for row in table("authorities"):
        council = organisation(
            name=row["council"],
            sector=Sector.LOCAL_AUTHORITY,
            source=AUTHORITIES,
            also=[row["council_also"]] if row["council_also"] else [],
            by=by,
        )
        for scheme in ("gss", "dfe"):
            if not council.identifiers.filter(scheme=scheme).exists():
                directory.record_identifier(organisation=council, scheme=scheme, value=row[scheme], by=by)
        serving(body=council, area=Area.objects.get(code=row["gss"]), by=by)


def _commands(by: User | None) -> None:
    force = body_called("Metropolitan Police Service")
    for row in table("authorities"):
        if row["command"]:
            name = row["command"]
            command = organisation(
                name=f"Metropolitan Police Service, {name} command",
                abbreviation=f"{name} BCU",
                sector=Sector.POLICE,
                parent=force,
                source=COMMANDS,
                is_verified=name in COMMAND_NAMES_SEEN,
                also=[f"MPS {name} BCU", f"{name} Basic Command Unit"],
                by=by,
            )
            serving(body=command, area=Area.objects.get(code=row["gss"]), by=by)


def _successions(by: User | None) -> None:
    for row in table("successions"):
        old, new = (Organisation.objects.get(partnership=None, name=row[end]) for end in ("predecessor", "successor"))
        if not Succession.objects.filter(predecessor=old, successor=new).exists():
            directory.record_succession(
                predecessor=old,
                successor=new,
                kind=SuccessionKind(row["kind"]),
                on=date.fromisoformat(row["on"]),
                source=row["source"],
                by=by,
            )
