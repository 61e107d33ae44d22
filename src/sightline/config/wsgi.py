import os

from django.core.wsgi import get_wsgi_application

from .memory import set_aside_what_stays

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")

application = get_wsgi_application()
set_aside_what_stays()
