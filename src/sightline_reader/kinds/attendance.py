"""Who was there, who sent apologies, who stood in for whom, and who is named as a member.

Lists, tables and sentences each give people with a standing; then what is said of one person in several places is
put together. Where the text cannot tell whether somebody came, the status stays null.
"""

from sightline_reader.kinds.meeting import is_of_a_meeting
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.people.entry import Entry
from sightline_reader.people.gathering import flattened, in_tables, inline, listed
from sightline_reader.people.labels import APOLOGIES, DEPUTY
from sightline_reader.people.names import LIKELY
from sightline_reader.people.seen import Seen, believed, put_together, settle_organisations
from sightline_reader.people.sentences import addressees, apologies_in_sentences, deputies_in_sentences, signatories


def find(view: View) -> list[Candidate]:
    """One candidate for each person and standing."""
    seen = [*flattened(view)] or [*listed(view), *in_tables(view, is_of_a_meeting(view)), *inline(view)]
    seen += [Seen(entry, entry.status or APOLOGIES, "sentence") for entry in apologies_in_sentences(view)]
    seen += [Seen(entry, DEPUTY, "sentence") for entry in deputies_in_sentences(view)]
    if not seen:
        seen = [Seen(entry, "addressee") for entry in addressees(view)]
    seen += [Seen(entry, "signatory", confidence=0.6) for entry in signatories(view)]
    settle_organisations([one.entry for one in seen])
    found = [_candidate(view, one) for one in put_together(believed(seen))]
    return sorted(found, key=lambda candidate: candidate.start)


def _post(entry: Entry, post: str | None) -> str | None:
    if entry.office and not (post and entry.office.lower() in post.lower()):
        return f"{entry.office}; {post}" if post else entry.office
    return post or entry.name.rank


def _candidate(view: View, one: Seen) -> Candidate:
    entry, role = one.entry, one.entry.role
    doubts = list(one.doubts)
    organisation = role.organisation
    if organisation is None and role.unplaced and role.unplaced[0].isupper() and not entry.place:
        organisation = role.unplaced.split(",")[0]
        doubts.append("The words beside the name may be an organisation or something else.")
    organisation = organisation or entry.heading
    fields = {
        "person": entry.name.person,
        "initials": entry.initials,
        "post": _post(entry, role.post),
        "organisation": organisation,
        "status": one.status,
    }
    told = {"deputy_for": entry.deputy_for, "meeting_date": one.meeting_date, **one.extra}
    fields |= {name: value for name, value in told.items() if value}
    confidence = one.confidence - 0.1 * len(doubts) - 0.1 * (entry.name.certainty < LIKELY)
    return view.candidate("attendance", fields, (entry.start, entry.end), round(max(confidence, 0.2), 2), tuple(doubts))
