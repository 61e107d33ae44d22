from django.urls import include, path

from . import views

app_name = "progress"
of_one = [
    path("", views.review, name="review"),
    path("priority/<int:priority>", views.say, name="say"),
    path("decision", views.resolve, name="resolve"),
    path("close", views.close, name="close"),
    path("discard", views.discard, name="discard"),
]
pages = [
    path("", views.chain, name="chain"),
    path("priority/<int:priority>/", views.priority, name="priority"),
    path("priority/<int:priority>/evidence", views.add_to_priority, name="add_to_priority"),
    path("objective/<int:objective>/evidence", views.add_to_objective, name="add_to_objective"),
    path("reviews/", views.reviews, name="reviews"),
    path("reviews/open", views.open_review, name="open_review"),
    path("reviews/<int:review>/", include(of_one)),
]
urlpatterns = [path("p/<slug:partnership>/progress/", include(pages))]
