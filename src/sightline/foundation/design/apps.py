from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "sightline.foundation.design"
    label = "design"
    verbose_name = "Design"
