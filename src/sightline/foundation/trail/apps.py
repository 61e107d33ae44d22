from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "sightline.foundation.trail"
    label = "trail"
