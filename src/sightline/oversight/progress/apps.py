from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "sightline.oversight.progress"
    label = "progress"
