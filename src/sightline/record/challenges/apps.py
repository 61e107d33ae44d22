from django.apps import AppConfig


class ChallengesConfig(AppConfig):
    name = "sightline.record.challenges"
    label = "challenges"

    def ready(self) -> None:
        from sightline.foundation.accounts.domain import Deed
        from sightline.record.actions.presenters.added import ON_ACTIONS
        from sightline.record.recommendations.presenters.added import ON_RECOMMENDATIONS

        from .presenters import about

        ON_ACTIONS.add_link(about.CHALLENGE, Deed.RAISE_CHALLENGES, about.of_action)
        ON_ACTIONS.add_facts(about.facts_of_action)
        ON_RECOMMENDATIONS.add_link(about.CHALLENGE, Deed.RAISE_CHALLENGES, about.of_recommendation)
        ON_RECOMMENDATIONS.add_facts(about.facts_of_recommendation)
