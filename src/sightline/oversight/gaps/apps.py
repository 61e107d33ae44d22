from django.apps import AppConfig


class GapsConfig(AppConfig):
    name = "sightline.oversight.gaps"
    label = "gaps"
