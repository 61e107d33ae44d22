from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "sightline.foundation.library"
    label = "library"
