from django.urls import include, path

from . import views

app_name = "law"

partnership = [
    path("law", views.law_list, name="list"),
    path("law/duties", views.duties, name="duties"),
    path("law/<slug:instrument>", views.instrument, name="instrument"),
]

urlpatterns = [path("p/<slug:partnership>/", include(partnership))]
