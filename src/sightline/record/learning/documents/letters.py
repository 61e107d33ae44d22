"""A briefing as the text and the HTML of an e-mail. No picture, nothing fetched, nothing that counts who opened it."""

from html import escape

from ..domain.briefings import KIND_LABELS, PARTS, BriefingKind


def _parts(kind: str, texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(part.heading, texts[part.code]) for part in PARTS[BriefingKind(kind)] if texts.get(part.code, "").strip()]


def text_of(kind: str, title: str, partnership: str, texts: dict[str, str], url: str, asks: str) -> str:
    lines = [partnership, f"{KIND_LABELS[BriefingKind(kind)]}: {title}", ""]
    if asks:
        lines += [asks, ""]
    for heading, words in _parts(kind, texts):
        lines += [heading.upper(), words, ""]
    if url:
        lines.append(f"Link: {url}")
    return "\n".join(lines).strip() + "\n"


def html_of(kind: str, title: str, partnership: str, texts: dict[str, str], url: str, asks: str) -> str:
    inner = [f"<p>{escape(partnership)}<br>{escape(KIND_LABELS[BriefingKind(kind)])}</p>", f"<h1>{escape(title)}</h1>"]
    if asks:
        inner.append(f"<p><strong>{escape(asks)}</strong></p>")
    for heading, words in _parts(kind, texts):
        broken = "<br>".join(escape(line) for line in words.splitlines())
        inner.append(f"<h2>{escape(heading)}</h2><p>{broken}</p>")
    if url:
        inner.append(f'<p><a href="{escape(url)}">{escape(url)}</a></p>')
    head = f'<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    return f"<!doctype html>{head}<body>{''.join(inner)}</body></html>"
