from django.urls import include, path

from . import views
from .views import changes, keeping

app_name = "law"

partnership = [
    path("law", views.law_list, name="list"),
    path("law/duties", views.duties, name="duties"),
    path("law/timeline", changes.timeline, name="timeline"),
    path("law/changes", changes.changes, name="changes"),
    path("law/changes/<int:edition>", changes.change, name="change"),
    path("law/changes/<int:edition>/taken-in", changes.acknowledge, name="acknowledge"),
    path("law/taken-in/<int:acknowledgement>/take-back", changes.take_back, name="take_back"),
    path("law/words", changes.words, name="words"),
    path("law/<slug:instrument>", views.instrument, name="instrument"),
]
kept = [
    path("", keeping.kept, name="kept"),
    path("add", keeping.add_instrument, name="add_instrument"),
    path("editions/<int:edition>/supersede", keeping.supersede, name="supersede"),
    path("editions/<int:edition>/duty", keeping.add_duty, name="add_duty"),
    path("<slug:instrument>/", keeping.kept_instrument, name="kept_instrument"),
    path("<slug:instrument>/edition", keeping.add_edition, name="add_edition"),
]
urlpatterns = [
    path("p/<slug:partnership>/", include(partnership)),
    path("region/law", changes.region, name="region"),
    path("law/", include(kept)),
]
