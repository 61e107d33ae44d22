from django.apps import AppConfig


class GapsConfig(AppConfig):
    name = "sightline.oversight.gaps"
    label = "gaps"

    def ready(self) -> None:
        from sightline.record.challenges.presenters.about import find_addresses_by

        from .presenters.addresses import address

        find_addresses_by(address)
