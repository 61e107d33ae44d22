from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "sightline.partnership.plan"
    label = "plan"
