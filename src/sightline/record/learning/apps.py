from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "sightline.record.learning"
    label = "learning"

    def ready(self) -> None:
        from sightline.record.evidence.domain import call_subject

        call_subject("learning.track", "Learning tracker", "learning:track", "track")
        call_subject("learning.practiceexample", "Practice example", "learning:example", "example")
