from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "sightline.oversight.progress"
    label = "progress"

    def ready(self) -> None:
        from sightline.partnership.plan.presenters.frame import (
            add_objective_facts,
            add_priority_facts,
            add_priority_tab,
        )
        from sightline.record.evidence.domain import call_subject

        from .presenters.facts import facts_of_objective, facts_of_priority

        add_priority_tab("From promise to impact", "progress:priority")
        add_priority_facts(facts_of_priority)
        add_objective_facts(facts_of_objective)
        call_subject("plan.priority", "Priority", "progress:priority", "priority")
        call_subject("plan.objective", "Objective")
