from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "sightline.partnership.governance"
    label = "governance"
