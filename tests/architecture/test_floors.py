"""The floors hold for imports, for keys (string keys too) and for links."""

import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "sightline"


def _order() -> dict[str, tuple[int, ...]]:
    """Each room's height, read from the import contract: (floor, place on the floor); higher may use lower."""
    contract = ConfigParser()
    contract.read(ROOT / ".importlinter")
    floors = contract["importlinter:contract:floors"]["layers"].split()[::-1]
    heights = {}
    for height, floor in enumerate(floors):
        name = f"importlinter:contract:{floor}"
        if name in contract and "layers" in contract[name]:
            for place, line in enumerate(contract[name]["layers"].strip().split("\n")[::-1]):
                for room in line.split("|"):
                    heights[room.strip()] = (height, place)
        elif name in contract:
            for room in sorted(p.name for p in (HOUSE / floor).iterdir() if (p / "__init__.py").exists()):
                heights[room] = (height, 0)
    return heights


HEIGHTS = _order()


def _room_of(path: Path) -> str:
    return path.relative_to(HOUSE).parts[1]


def _may_use(upper: str, lower: str) -> bool:
    """A room may use itself and the rooms below it; rooms on one line are strangers."""
    return upper == lower or HEIGHTS[lower] < HEIGHTS[upper]


def _foreign_keys() -> list[tuple[str, str, object]]:
    ours = [config for config in apps.get_app_configs() if config.name.startswith("sightline.")]
    return [
        (config.label, field.related_model._meta.app_label, field)
        for config in ours
        for model in config.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created
    ]


def test_imports_keep_the_contract():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": f"{ROOT / 'src'}", "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_every_room_of_the_house_has_a_height():
    rooms = {config.label for config in apps.get_app_configs() if config.name.startswith("sightline.")}
    assert rooms == set(HEIGHTS)


def test_keys_point_down_or_stay_in_the_room():
    wrong = [str(field) for room, target, field in _foreign_keys() if target in HEIGHTS and not _may_use(room, target)]
    assert wrong == []


def test_keys_to_tables_of_libraries_are_none():
    wrong = [str(field) for _, target, field in _foreign_keys() if target not in HEIGHTS]
    assert wrong == []


def test_a_lower_room_cannot_spell_the_name_of_a_higher_one():
    wrong = [str(field) for room, target, field in _foreign_keys() if room != target and not field.remote_field.hidden]
    assert wrong == []


LINK = re.compile(r"""\{%\s*url\s+["'](\w+):""")
TEMPLATES = sorted(HOUSE.glob("*/*/templates/**/*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_links_of_a_template_point_down(template):
    room = _room_of(template)
    wrong = [target for target in LINK.findall(template.read_text()) if not _may_use(room, target)]
    assert wrong == [], f"{room} links up to {wrong}"
