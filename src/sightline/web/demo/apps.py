from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "sightline.web.demo"
    label = "demo"
