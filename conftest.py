"""The rules of the test house hold for every test, wherever it lies."""

pytest_plugins = ("tests.house", "tests.world", "tests.browser")
