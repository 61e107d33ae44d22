from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "sightline.oversight.imports"
    label = "imports"
