"""Fetch and patch the front-end files that the repository carries. A maintainer runs it; nothing else does.

    python tools/vendor_govuk.py            # needs npm, and fonttools with brotli in this Python

It writes the GOV.UK Frontend style sheet and script without the typeface and the crest that services outside GOV.UK may
not use, the Inter typeface (for screens as woff2, for reports as ttf), the official fixtures that our tests compare
the macros with, and axe-core for the browser journeys. The licences are in NOTICE and beside the files.
"""

import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

GOVUK, INTER, AXE = "govuk-frontend@6.3.0", "inter-ui@4.1.1", "axe-core@4.14.1"

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "src/sightline/foundation/design/static/design"
FONTS = ROOT / "src/sightline/foundation/design/fonts"
TESTS = ROOT / "tests/vendor"

# Latin with its extensions (Welsh, Polish, Turkish, Vietnamese names), Greek, Cyrillic, punctuation, currency, arrows
# and plain marks.
UNICODES = "U+0000-024F,U+0259,U+0300-036F,U+0370-03FF,U+0400-04FF,U+1E00-1EFF,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-214F,U+2190-2199,"
UNICODES += "U+2200-22FF,U+25A0-25FF,U+2605-2606,U+2610-2612,U+2713-2717,U+FB01-FB02"
FACES = {"Regular": "inter-regular", "Bold": "inter-bold", "Italic": "inter-italic"}
ON_SCREEN = ("Regular", "Bold")


def unpacked(package: str, into: Path) -> Path:
    answer = subprocess.run(
        ["npm", "pack", package, "--json", "--pack-destination", str(into)], check=True, capture_output=True, text=True
    )
    archive = into / json.loads(answer.stdout)[0]["filename"]
    target = into / archive.stem
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def unbranded_css(css: str) -> str:
    """The style sheet without GDS Transport and the royal crest, whose licences are for GOV.UK alone."""
    css = re.sub(r"@font-face\{[^}]*GDS Transport[^}]*\}", "", css)
    css = css.replace("font-family:GDS Transport,arial,sans-serif", "font-family:var(--sl-font,arial,sans-serif)")
    css = re.sub(r"url\(/assets/images/govuk-crest\.svg\)", "none", css)
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css)
    left = [word for word in ("GDS Transport", "crest.svg", "/assets/") if word in css]
    if left:
        raise SystemExit(f"the style sheet still names {left}: look at what changed in the package")
    return css.strip() + "\n"


def vendor_govuk(into: Path) -> None:
    dist = unpacked(GOVUK, into) / "dist/govuk"
    (STATIC / "govuk-frontend.min.css").write_text(unbranded_css((dist / "govuk-frontend.min.css").read_text()))
    script = re.sub(r"//# sourceMappingURL=.*", "", (dist / "govuk-frontend.min.js").read_text())
    (STATIC / "govuk-frontend.min.js").write_text(script.strip() + "\n")
    fixtures = {}
    for path in sorted(dist.glob("components/*/fixtures.json")):
        found = json.loads(path.read_text())
        fixtures[found["component"]] = [
            {key: fixture[key] for key in ("name", "options", "html")} for fixture in found["fixtures"]
        ]
    text = json.dumps(fixtures, ensure_ascii=False, separators=(",", ":"))
    (TESTS / "govuk_fixtures.json").write_text(text + "\n")


def vendor_inter(into: Path) -> None:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    package = unpacked(INTER, into)
    for face, name in FACES.items():
        printed = FONTS / f"Inter-{face}.ttf"
        whole = TTFont(package / f"web/Inter-{face}.woff2", recalcTimestamp=False)
        whole.flavor = None
        whole.save(printed)
        asked = [
            str(printed),
            f"--unicodes={UNICODES}",
            "--layout-features=kern,liga,calt,ccmp,locl,mark,mkmk,tnum,case",
        ]
        if face in ON_SCREEN:
            subset.main([*asked, "--flavor=woff2", f"--output-file={STATIC / name}.woff2"])
        subset.main([*asked, f"--output-file={printed}"])
    (FONTS / "coverage.txt").write_text(coverage([FONTS / f"Inter-{face}.ttf" for face in FACES]))
    licence = next(package.glob("LICENSE*")).read_text()
    (FONTS / "OFL.txt").write_text(licence)


def coverage(fonts: list[Path]) -> str:
    """The characters that all these fonts have, as ranges: what a report can show without another font."""
    from fontTools.ttLib import TTFont

    shared = sorted(set.intersection(*(set(TTFont(font).getBestCmap()) for font in fonts)))
    starts = [code for code in shared if code - 1 not in shared]
    ends = [code for code in shared if code + 1 not in shared]
    return "".join(f"{start:04X}-{end:04X}\n" for start, end in zip(starts, ends, strict=True))


def vendor_axe(into: Path) -> None:
    (TESTS / "axe.min.js").write_text((unpacked(AXE, into) / "axe.min.js").read_text())


def main() -> None:
    for folder in (STATIC, FONTS, TESTS):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        vendor_govuk(Path(folder))
        vendor_inter(Path(folder))
        vendor_axe(Path(folder))


if __name__ == "__main__":
    main()
