from django.apps import AppConfig


class LearningConfig(AppConfig):
    name = "sightline.record.learning"
    label = "learning"

    def ready(self) -> None:
        from sightline.foundation.accounts.domain import Deed
        from sightline.partnership.plan.presenters.frame import add_priority_facts
        from sightline.record.evidence.domain import call_subject
        from sightline.record.reviews.presenters.added import ON_FINDINGS, ON_THEMES

        from .presenters import offered
        from .presenters.voice import asked_facts

        ON_FINDINGS.add_link("Write a briefing", Deed.KEEP_LEARNING, offered.briefing_on_finding)
        ON_FINDINGS.add_link("Follow what comes of it", Deed.KEEP_LEARNING, offered.track_of_finding)
        ON_THEMES.add_link("Write a briefing on this theme", Deed.KEEP_LEARNING, offered.briefing_on_theme)
        ON_THEMES.add_link("Follow this theme in the learning tracker", Deed.KEEP_LEARNING, offered.track_of_theme)
        add_priority_facts(asked_facts)
        call_subject("learning.track", "Learning tracker", "learning:track", "track")
        call_subject("learning.practiceexample", "Practice example", "learning:example", "example")
