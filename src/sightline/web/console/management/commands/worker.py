"""One worker of the task library, under a name by which others see whether it still lives. Started by `serve` and `work`."""

from typing import Any

from django_tasks_db.management.commands.db_worker import Command as LibraryWorker

from sightline.web.console.reaping import worker_name


class Command(LibraryWorker):
    help = "One background worker. Use `sightline work`, which starts it again when it dies."

    def handle(self, **options: Any) -> None:
        super().handle(**{**options, "worker_id": worker_name(), "reload": False, "verbosity": 0})
