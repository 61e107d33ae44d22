from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "sightline.oversight.intake"
    label = "intake"
