"""All addresses. Pages of one partnership live under /p/<partnership>/, which the middleware turns into `request.scope`."""

from django.urls import include, path

from .health import health

ROOMS = (
    "sightline.foundation.design",
    "sightline.foundation.accounts",
    "sightline.foundation.library",
    "sightline.partnership.law",
    "sightline.partnership.directory",
    "sightline.partnership.governance",
    "sightline.partnership.plan",
    "sightline.record.evidence",
    "sightline.record.actions",
    "sightline.record.recommendations",
    "sightline.record.meetings",
    "sightline.record.reviews",
    "sightline.record.challenges",
    "sightline.record.learning",
    "sightline.oversight.intake",
    "sightline.oversight.imports",
    "sightline.oversight.gaps",
    "sightline.oversight.progress",
    "sightline.oversight.reminders",
    "sightline.web.workspace",
)

urlpatterns = [
    path("health", health, name="health"),
    path("sign-in/", include("allauth.urls")),
    *(path("", include(f"{room}.urls")) for room in ROOMS),
]
