from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    name = "sightline.web.console"
    label = "console"
