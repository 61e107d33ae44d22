from django.urls import include, path

from . import views

app_name = "evidence"
of_one = [
    path("", views.evidence_page, name="evidence"),
    path("file", views.file, name="file"),
    path("correct", views.correct, name="correct"),
    path("regrade", views.regrade, name="regrade"),
    path("newer", views.newer, name="newer"),
    path("withdraw", views.withdraw, name="withdraw"),
    path("let-go", views.let_go, name="let_go"),
]
urlpatterns = [
    path(
        "p/<slug:partnership>/evidence/",
        include([path("", views.register, name="list"), path("<int:evidence>/", include(of_one))]),
    ),
]
