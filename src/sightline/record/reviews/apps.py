from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "sightline.record.reviews"
    label = "reviews"

    def ready(self) -> None:
        from sightline.record.recommendations.queries.withheld import withhold

        from .queries.practice import unpublished_recommendations

        withhold(unpublished_recommendations)
