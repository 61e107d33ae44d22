from django.urls import include, path

from . import views

app_name = "challenges"
of_one = [
    path("", views.challenge_page, name="challenge"),
    path("answer", views.answer, name="answer"),
    path("move-up", views.move_up, name="move_up"),
    path("scrutineer", views.inform, name="inform"),
    path("settle", views.resolve, name="resolve"),
    path("close", views.close, name="close"),
    path("reopen", views.reopen, name="reopen"),
    path("correct", views.correct, name="correct"),
    path("remove", views.remove, name="remove"),
]
pages = [
    path("", views.challenge_list, name="list"),
    path("raise", views.raise_challenge, name="raise"),
    path("year", views.year_summary, name="summary"),
    path("stages", views.stages_page, name="stages"),
    path("stages/set", views.set_stages, name="set_stages"),
    path("<int:challenge>/", include(of_one)),
]
urlpatterns = [path("p/<slug:partnership>/challenges/", include(pages))]
