from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "sightline.record.reviews"
    label = "reviews"
