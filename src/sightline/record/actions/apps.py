from django.apps import AppConfig

from sightline.record.evidence.domain import call_subject


class ActionsConfig(AppConfig):
    name = "sightline.record.actions"
    label = "actions"

    def ready(self) -> None:
        call_subject("actions.action", "Action", "actions:action", "action")
