from django.urls import include, path

from . import views

app_name = "workspace"
urlpatterns = [
    path("", views.home, name="home"),
    path("as-at", views.choose_as_at, name="as_at"),
    path("accessibility", views.accessibility, name="accessibility"),
    path("health", views.health, name="health"),
    path("p/<slug:partnership>/", include([path("", views.partnership_home, name="partnership")])),
]
