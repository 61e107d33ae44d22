"""For load balancers and whoever watches: does the database answer, does the work in the background go on, is there room."""

import shutil
import time

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from sightline.foundation.accounts.doors import opens_to_everyone

SILENT_AFTER = 120.0
"""Seconds; the timetable leaves a mark every few."""
LEAST_ROOM = 200 * 1024 * 1024


@opens_to_everyone
def health(request: HttpRequest) -> JsonResponse:
    """503 when nothing can be saved; 200 with "degraded" when pages work and something behind them does not."""
    database, background, room = _database(), _background(), shutil.disk_usage(settings.HOME).free
    can_save = database == "ok" and room > LEAST_ROOM
    status = "ok" if can_save and background == "ok" else "degraded" if can_save else "failing"
    words = {"status": status, "database": database, "background": background, "free_megabytes": room // 2**20}
    return JsonResponse(words, status=200 if can_save else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "does not answer"
    return "ok"


def _background() -> str:
    mark = settings.HOME / "timetable.beat"
    try:
        silent = time.time() - mark.stat().st_mtime
    except FileNotFoundError:
        return "never started"
    return "ok" if silent < SILENT_AFTER else f"silent for {silent:.0f} seconds"
