from django.urls import include, path, re_path

from .views import attendance, calendar, day, meeting, minutes, of_board, referrals

app_name = "meetings"
of_minutes = [
    path("", minutes.minutes, name="minutes"),
    path("write", minutes.write, name="write"),
    path("save", minutes.autosave, name="autosave"),
    path("new-version", minutes.new_version, name="new_version"),
    path("compare", minutes.compare, name="compare"),
    path("<int:version>/", minutes.version, name="version"),
    path("<int:version>/approve", minutes.approve, name="approve"),
    path("<int:version>/publish", minutes.publish, name="publish"),
]
of_day = [
    path("", day.on_the_day, name="day"),
    path("mark", day.mark, name="mark"),
    path("decision", day.decide, name="decide"),
    path("action", day.raise_action, name="raise_action"),
    path("guest", day.add_guest, name="add_guest"),
    path("open-actions", day.carried, name="carried"),
]
of_one = [
    path("", meeting.meeting_page, name="meeting"),
    path("move", calendar.move, name="move"),
    path("cancel", calendar.cancel, name="cancel"),
    path("refer", referrals.refer, name="refer"),
    path("agenda/", meeting.agenda, name="agenda"),
    path("agenda/standing-items", meeting.build_agenda, name="build_agenda"),
    path("agenda/<int:item>", meeting.agenda_item, name="agenda_item"),
    path("decisions/<int:decision>", meeting.correct_decision, name="correct_decision"),
    path("day/", include(of_day)),
    path("minutes/", include(of_minutes)),
    re_path(r"^(?P<kind>agenda|attendance|minutes)\.(?P<form>pdf|docx)$", meeting.paper, name="paper"),
]
of_referral = [
    path("", referrals.referral_page, name="referral"),
    path("receive", referrals.receive, name="receive_referral"),
    path("agenda", referrals.table, name="table_referral"),
    path("outcome", referrals.outcome, name="referral_outcome"),
    path("withdraw", referrals.withdraw, name="withdraw_referral"),
    path("chase", referrals.chase, name="chase_referral"),
    path("correct", referrals.correct, name="correct_referral"),
    path("remove", referrals.remove, name="remove_referral"),
]
pages = [
    path("meetings/", calendar.meeting_list, name="list"),
    path("meetings/plan", calendar.plan, name="plan"),
    path("meetings/plan-year", calendar.plan_year, name="plan_year"),
    path("meetings/<int:meeting>/", include(of_one)),
    path("attendance/", attendance.across_boards, name="attendance_across"),
    path("boards/<int:board>/meetings", of_board.meetings_of_board, name="of_board"),
    path("referrals/", referrals.referrals, name="referrals"),
    path("referrals/<int:referral>/", include(of_referral)),
    path("boards/<int:board>/referrals", referrals.of_board, name="referrals_of_board"),
    path("boards/<int:board>/refer", referrals.refer_from_board, name="refer_from_board"),
    path("boards/<int:board>/attendance", attendance.of_board, name="attendance"),
]
urlpatterns = [path("p/<slug:partnership>/", include(pages))]
