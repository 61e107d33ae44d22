from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sightline.record.meetings"
    label = "meetings"
