from django.urls import include, path

from .views import closing, going, pages, raising

app_name = "actions"
of_one = [
    path("", pages.action_page, name="action"),
    path("progress", going.note_progress, name="progress"),
    path("due", going.change_due, name="due"),
    path("evidence", going.add_evidence, name="add_evidence"),
    path("owner", raising.assign, name="assign"),
    path("owner/remove", raising.unassign, name="unassign"),
    path("objective", raising.serve, name="serve"),
    path("objective/remove", raising.unserve, name="unserve"),
    path("wording", raising.correct_wording, name="wording"),
    path("report", closing.report_done, name="report"),
    path("confirm", closing.confirm_done, name="confirm"),
    path("send-back", closing.send_back, name="send_back"),
    path("withdraw", closing.withdraw, name="withdraw"),
    path("reopen", closing.reopen, name="reopen"),
]
urlpatterns = [
    path(
        "p/<slug:partnership>/actions/",
        include(
            [
                path("", pages.action_list, name="list"),
                path("raise", raising.raise_action, name="raise"),
                path("<int:action>/", include(of_one)),
            ]
        ),
    ),
]
