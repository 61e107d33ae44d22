from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    name = "sightline.record.recommendations"
    label = "recommendations"
