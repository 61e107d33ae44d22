"""The product's settings with a home of its own, a quick password hasher and a watch over GET requests."""

import atexit
import os
import shutil
import tempfile

HOME_OF_TESTS = tempfile.mkdtemp(prefix="sightline-tests-")
atexit.register(shutil.rmtree, HOME_OF_TESTS, ignore_errors=True)
for name in [name for name in os.environ if name.startswith("SIGHTLINE_")]:
    del os.environ[name]
os.environ["SIGHTLINE_HOME"] = HOME_OF_TESTS
os.environ["SIGHTLINE_MFA"] = "no"  # the tests of the second factor switch it on

from sightline.config.settings import *  # noqa: E402, F403
from sightline.config.settings import MIDDLEWARE  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True  # files are looked for when they are asked for, not all listed for every new client
MIDDLEWARE = [*MIDDLEWARE, "tests.house.GetsDoNotWrite"]
