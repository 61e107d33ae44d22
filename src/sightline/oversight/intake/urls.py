from django.urls import include, path

from . import views

app_name = "intake"
pages = [
    path("papers/", views.tray, name="tray"),
    path("papers/lines", views.lines, name="lines"),
    path("papers/<int:pk>/", views.review, name="review"),
    path("papers/<int:pk>/page/<int:number>", views.pane, name="pane"),
    path("papers/<int:pk>/proposal/<int:proposal>", views.card, name="card"),
    path("papers/<int:pk>/proposal/<int:proposal>/decide", views.decide, name="decide"),
    path("papers/<int:pk>/accept-all/<slug:kind>", views.accept_all, name="accept_all"),
    path("papers/<int:pk>/meeting", views.state_meeting, name="state_meeting"),
    path("papers/<int:pk>/end", views.end, name="end"),
    path("papers/<int:pk>/read-again", views.read_again, name="read_again"),
    path("papers/<int:pk>/join-versions", views.join_versions, name="join_versions"),
    path("papers/<int:pk>/set-aside", views.set_aside, name="set_aside"),
]
urlpatterns = [path("p/<slug:partnership>/", include(pages))]
