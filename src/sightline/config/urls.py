"""All addresses. Pages of one partnership live under /p/<partnership>/, which the middleware turns into `request.scope`."""

from django.urls import include, path

ROOMS = (
    "sightline.foundation.design",
    "sightline.foundation.accounts",
    "sightline.foundation.library",
    "sightline.partnership.law",
    "sightline.partnership.directory",
    "sightline.partnership.governance",
    "sightline.record.actions",
    "sightline.record.recommendations",
    "sightline.record.meetings",
    "sightline.oversight.intake",
    "sightline.oversight.gaps",
    "sightline.web.workspace",
)

urlpatterns = [
    path("sign-in/", include("allauth.urls")),
    *(path("", include(f"{room}.urls")) for room in ROOMS),
]
