"""The people whom the sample papers name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attendee:
    name: str
    post: str
    organisation: str

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.name.replace("-", " ").split())


@dataclass(frozen=True, slots=True)
class Cast:
    """Members of a main group and of a subgroup of one partnership; the first of each chairs it."""

    partnership: str
    short_name: str
    group: str
    subgroup: str
    group_members: tuple[Attendee, ...]
    subgroup_members: tuple[Attendee, ...]

    @property
    def chair(self) -> Attendee:
        return self.group_members[0]

    def member(self, index: int) -> Attendee:
        """Any member, counted round: papers name the same person again by the same number."""
        return self.group_members[index % len(self.group_members)]
