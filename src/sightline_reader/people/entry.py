"""A person as a list gives them, with all that is said about them there."""

from dataclasses import dataclass, field, replace

from sightline_reader.people.names import Name
from sightline_reader.people.posts import Role, role_from


@dataclass(slots=True)
class Entry:
    """A person with the phrases said about them; `heading` is the line that stood over their group."""

    name: Name
    start: int
    end: int
    parts: list[str] = field(default_factory=list)
    initials: str | None = None
    heading: str | None = None
    status: str | None = None
    deputy_for: str | None = None
    place: bool = False
    office: str | None = None
    """Chair, minutes …, where a label such as `Chaired by` says so."""
    said_post: str | None = None
    said_organisation: str | None = None
    """What columns of their own say; these need no telling apart."""
    shares_with_next: bool = False
    line: int = 0
    """The line of the list on which the name stands."""
    lines: list[int] = field(default_factory=list)
    """For each part, the line of the list on which it stood."""

    @property
    def role(self) -> Role:
        role = role_from(self.parts)
        post, organisation = self.said_post or role.post, self.said_organisation or role.organisation
        return Role(post, organisation, role.unplaced if organisation is None else None)

    def moved(self, places: list[int]) -> "Entry":
        """The entry with its places in the text from which its list was put together; it spans its first line."""
        name = self.name
        at = [places[n] for n in (name.start, name.name_start)] + [places[n - 1] + 1 for n in (name.end, name.name_end)]
        moved = Name(name.person, at[0], at[2], at[1], at[3], name.rank, name.titled, name.certainty)
        run = next((n for n in range(self.start + 1, self.end) if places[n] != places[n - 1] + 1), self.end)
        return replace(self, name=moved, start=places[self.start], end=places[run - 1] + 1)

    def add(self, part: str, line: int) -> None:
        self.parts.append(part)
        self.lines.append(line)
