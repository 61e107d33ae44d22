"""People named in sentences: `Apologies were received from …`, and the addressees of a letter."""

import re

from sightline_reader.glance import holds_any, places_of
from sightline_reader.layout import View
from sightline_reader.people.entries import entries_in
from sightline_reader.people.entry import Entry
from sightline_reader.people.names import LIKELY, name_at
from sightline_reader.people.posts import kind_of_words

_FROM = re.compile(
    r"\bapolog(?:ies|y)\b(?:\s+for\s+(?:the )?(?:absence|non-attendance|lateness))?(?: and \w+)?:?"
    r"(?:\s+(?:were|was|had been|have been|has been|are|also|duly))*"
    r"\s*(?:received|given|sent|tendered|submitted|noted|recorded|accepted|offered|made)?\s*(?:and (?:accepted|noted))?"
    r"\s+(?:from|by|on behalf of|for)\b\s*+:?\s*+(?!absence|the (?:last|previous)|not )",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?P<who>[A-Z][^.;:\n]{3,200}?)(?<!\bhad)\s+(?:have )?(?:sent|gave|given|submitted|tendered|offered|expressed)\s+"
    r"(?:(?:his|her|their|his/her)\s+)?apologies\b"
)
_SENTENCE_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bCllr)(?<!\bProf)(?<!\bSt)\.(?=\s|$)|\n\s*\n"
    r"|\n(?=[A-Z][\w ]{3,40}:[ \t]*\n)"
)
LONGEST_SENTENCE = 1500


def apologies_in_sentences(view: View) -> list[Entry]:
    """Everyone whose apologies a sentence reports, wherever it stands."""
    return [entry for start, end in _spans(view.text) for entry in entries_in(view.text, start, end)]


def _spans(text: str) -> list[tuple[int, int]]:
    found = []
    for match in filter(None, (_FROM.match(text, at) for at in places_of(text, "apolog"))):
        stop = _SENTENCE_ENDS.search(text, match.end(), match.end() + LONGEST_SENTENCE)
        end = stop.start() if stop else min(match.end() + LONGEST_SENTENCE, len(text))
        if _begins_with_person(text[match.end() : end]):
            found.append((match.end(), end))
    for match in _SENT.finditer(text) if "apologies" in text else ():
        if name_at(match["who"]):
            found.append(match.span("who"))
    return found


def _begins_with_person(words: str) -> bool:
    return name_at(words) is not None or any(
        name_at(words, m.end()) for m in re.finditer(r",\s|\band\s|:\s*", words[:160])
    )


_PERSON = r"(?:(?:Councillor|Cllr|Dr|Mr|Mrs|Ms|Miss|Prof(?:essor)?)\.? )?(?:[A-Z][\w’'-]*\.? ){0,3}[A-Z][\w’'-]+"
_FOR_ANOTHER = re.compile(
    rf"(?P<who>{_PERSON}) (?:was |were |had |would be )?(?:(?:in attendance|present|attending|attended|acting|here) )?"
    r"(?:as (?:a |the )?(?:substitute|deputy) (?:for|to)|(?:substituted|substituting|deputised|deputising|deputized|standing in|stood in)"
    rf"(?: for)?|attend(?:ed|ing) (?:on behalf of|in place of|instead of)) (?P<whom>{_PERSON})"
)
_STANDS_IN = ("substitut", "deput", "standing in", "stood in", "behalf of", "in place of", "instead of")


def deputies_in_sentences(view: View) -> list[Entry]:
    """`Cllr Poe was in attendance as a substitute for Cllr Lee`."""
    found = []
    for match in _FOR_ANOTHER.finditer(view.text) if holds_any(view.text, _STANDS_IN) else ():
        who, whom = name_at(match["who"]), name_at(match["whom"])
        if who and whom:
            entry = entries_in(view.text, match.start("who"), match.start("who") + who.end)[0]
            entry.status, entry.deputy_for = "deputy", whom.person
            found.append(entry)
    return found


# ---- letters
_DEAR = re.compile(r"^[ \t]*Dear\s+", re.MULTILINE)
_SIGNED = re.compile(r"^[ \t]*Yours\s+(?:sincerely|faithfully)\b.*$", re.MULTILINE | re.IGNORECASE)
_IS_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
FEWEST_ADDRESSEES = 2


def addressees(view: View) -> list[Entry]:
    """`Name, post, organisation` on lines of their own at the top of a letter or report, if there are several."""
    dear = _DEAR.search(view.text, 0, 4000)
    if dear is None and _IS_MINUTES.search(view.text, 0, 600):
        return []
    entries: list[Entry] = []
    for block in view.blocks[:8]:
        if block.start > (dear.start() if dear else 2000):
            break
        lines = [line for line in block.lines if "," in line.text]
        named = [line for line in lines if name_at(line.text.strip())]
        sure = any(_is_sure(line.text.strip()) for line in named)
        if len(named) < FEWEST_ADDRESSEES or not sure or not _all_addresses(named):
            continue
        entries += entries_in(view.text, block.start, block.end)
    return entries


def _is_sure(text: str) -> bool:
    """A name surely, or one that a post follows."""
    name = name_at(text)
    return name is not None and (name.certainty >= LIKELY or kind_of_words(text[name.end :].split(",")[1]) == "post")


def _all_addresses(lines: list) -> bool:
    return all(re.match(r"\s*(?:\S+ ){1,5}?\S+,\s+[A-Z]", line.text) for line in lines)


def signatories(view: View) -> list[Entry]:
    """The names under `Yours sincerely`."""
    found = []
    for signed in _SIGNED.finditer(view.text):
        found += entries_in(view.text, signed.end(), min(signed.end() + 400, len(view.text)))[:3]
    return found
