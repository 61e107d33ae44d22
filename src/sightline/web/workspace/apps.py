from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "sightline.web.workspace"
    label = "workspace"

    def ready(self) -> None:
        from sightline.foundation.accounts.domain import Deed
        from sightline.foundation.accounts.presenters.changes import name_kinds
        from sightline.record.challenges.presenters.about import find_addresses_by
        from sightline.record.meetings.presenters.added import ON_DECISIONS, ON_MEETINGS

        from .presenters import challenging
        from .presenters.kinds import KINDS

        name_kinds(KINDS)
        ON_DECISIONS.add_link(challenging.CHALLENGE_DECISION, Deed.RAISE_CHALLENGES, challenging.of_decision)
        ON_MEETINGS.add_link(challenging.CHALLENGE_MEETING, Deed.RAISE_CHALLENGES, challenging.of_meeting)
        find_addresses_by(challenging.address_of_decision)
