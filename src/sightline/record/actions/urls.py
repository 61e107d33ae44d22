from django.urls import include, path

from . import views

app_name = "actions"
of_one = [
    path("", views.action_page, name="action"),
    path("progress", views.note_progress, name="progress"),
    path("owner", views.assign, name="assign"),
    path("owner/remove", views.unassign, name="unassign"),
    path("due", views.change_due, name="due"),
    path("close", views.close, name="close"),
    path("withdraw", views.withdraw, name="withdraw"),
    path("reopen", views.reopen, name="reopen"),
    path("wording", views.correct_wording, name="wording"),
]
urlpatterns = [
    path(
        "p/<slug:partnership>/actions/",
        include(
            [
                path("", views.action_list, name="list"),
                path("raise", views.raise_action, name="raise"),
                path("<int:action>/", include(of_one)),
            ]
        ),
    ),
]
