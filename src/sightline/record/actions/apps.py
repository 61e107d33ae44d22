from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "sightline.record.actions"
    label = "actions"
