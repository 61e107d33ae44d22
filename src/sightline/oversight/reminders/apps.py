from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "sightline.oversight.reminders"
    label = "reminders"
