from django.apps import AppConfig


class ChallengesConfig(AppConfig):
    name = "sightline.record.challenges"
    label = "challenges"
