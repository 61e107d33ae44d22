import os
import time


def _asked(client) -> tuple[int, dict]:
    answer = client.get("/health")
    return answer.status_code, answer.json()


def test_a_working_installation_is_well(client, db, settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "timetable.beat").touch()
    status, words = _asked(client)
    assert (status, words["status"], words["database"], words["background"]) == (200, "ok", "ok", "ok")


def test_silence_in_the_background_is_told_while_pages_go_on(client, db, settings, tmp_path):
    settings.HOME = tmp_path
    assert _asked(client)[1]["background"] == "never started"
    (tmp_path / "timetable.beat").touch()
    os.utime(tmp_path / "timetable.beat", (time.time() - 300,) * 2)
    status, words = _asked(client)
    assert status == 200
    assert (words["status"], words["background"][:10]) == ("degraded", "silent for")


def test_a_full_disk_takes_the_installation_out_of_service(client, db, monkeypatch):
    monkeypatch.setattr("sightline.config.health.LEAST_ROOM", 2**60)
    assert _asked(client)[0] == 503
