from django.urls import include, path

from . import views

app_name = "gaps"
urlpatterns = [
    path("rules", views.rules, name="rules"),
    path("rules/<slug:code>", views.rule, name="rule"),
    path(
        "p/<slug:partnership>/findings/",
        include(
            [
                path("", views.findings, name="findings"),
                path("check", views.check_now, name="check"),
                path("<int:pk>/", views.finding, name="finding"),
                path("<int:pk>/set-aside", views.set_aside, name="set_aside"),
                path("<int:pk>/bring-back", views.bring_back, name="bring_back"),
            ]
        ),
    ),
]
