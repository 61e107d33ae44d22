from django.urls import include, path

from . import views

app_name = "imports"
of_one = [
    path("", views.sheet, name="sheet"),
    path("state", views.state, name="state"),
    path("errors", views.errors, name="errors"),
    path("add", views.add, name="add"),
    path("discard", views.discard, name="discard"),
]
pages = [
    path("", views.import_list, name="list"),
    path("bring", views.bring, name="bring"),
    path("template/<slug:register>", views.template, name="template"),
    path("<int:sheet>/", include(of_one)),
]
urlpatterns = [path("p/<slug:partnership>/import/", include(pages))]
