from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "sightline.web.workspace"
    label = "workspace"
