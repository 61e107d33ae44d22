import pytest


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    """Each test has a store of its own, and its tasks run when the test says so."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    return settings.MEDIA_ROOT
