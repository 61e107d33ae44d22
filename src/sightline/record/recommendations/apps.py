from django.apps import AppConfig


class RecommendationsConfig(AppConfig):
    name = "sightline.record.recommendations"
    label = "recommendations"

    def ready(self) -> None:
        from sightline.record.evidence.domain import call_subject

        call_subject(
            "recommendations.recommendation", "Recommendation", "recommendations:recommendation", "recommendation"
        )
