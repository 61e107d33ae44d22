from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "sightline.partnership.governance"
    label = "governance"

    def ready(self) -> None:
        from sightline.partnership.directory.presenters.people import add_person_tab

        add_person_tab("Seats", "governance:seats_of_person")
