from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sightline.record.meetings"
    label = "meetings"

    def ready(self) -> None:
        from sightline.partnership.governance.presenters.boards import add_board_facts, add_board_tab

        from .presenters.of_board import meetings_facts
        from .presenters.referrals import referral_facts_of_board

        add_board_tab("Meetings", "meetings:of_board")
        add_board_tab("Attendance", "meetings:attendance")
        add_board_tab("Referrals", "meetings:referrals_of_board")
        add_board_facts(meetings_facts)
        add_board_facts(referral_facts_of_board)
