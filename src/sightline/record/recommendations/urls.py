from django.urls import include, path

from . import views

app_name = "recommendations"
pages = [
    path("", views.recommendation_list, name="list"),
    path("record", views.record, name="record"),
    path("<int:recommendation>/", views.recommendation_page, name="recommendation"),
    path("<int:recommendation>/correct", views.correct, name="correct"),
    path("<int:recommendation>/answer", views.respond, name="respond"),
    path("<int:recommendation>/action", views.answer_by_action, name="answer_by_action"),
]
urlpatterns = [path("p/<slug:partnership>/recommendations/", include(pages))]
