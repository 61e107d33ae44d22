from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "sightline.oversight.progress"
    label = "progress"

    def ready(self) -> None:
        from sightline.record.evidence.domain import call_subject

        call_subject("plan.priority", "Priority", "progress:priority", "priority")
        call_subject("plan.objective", "Objective")
