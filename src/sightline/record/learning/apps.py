from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "sightline.record.learning"
    label = "learning"
