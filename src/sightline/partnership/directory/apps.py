from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "sightline.partnership.directory"
    label = "directory"
