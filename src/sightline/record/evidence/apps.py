from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "sightline.record.evidence"
    label = "evidence"
