from django.urls import include, path

from . import views
from .views import accounts, region, search

app_name = "workspace"
urlpatterns = [
    path("", views.home, name="home"),
    path("as-at", views.choose_as_at, name="as_at"),
    path("accessibility", views.accessibility, name="accessibility"),
    path("search", search.search, name="search"),
    path("region/", region.region, name="region"),
    path("region/attendance", region.region_attendance, name="region_attendance"),
    path("region/findings", region.region_findings, name="region_findings"),
    path("region/documents", region.region_documents, name="region_documents"),
    path("region/<slug:slug>/findings", region.region_partnership, name="region_partnership"),
    path("region/<slug:slug>/boards", region.region_boards, name="region_boards"),
    path(
        "p/<slug:partnership>/",
        include(
            [
                path("", views.partnership_home, name="partnership"),
                path("roles-to-review", accounts.review_roles, name="review_roles"),
            ]
        ),
    ),
]
