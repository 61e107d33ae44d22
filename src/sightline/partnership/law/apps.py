from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "sightline.partnership.law"
    label = "law"
