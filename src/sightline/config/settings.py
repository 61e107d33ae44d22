"""Django's settings, made from the environment."""

import json
import secrets
import sys
from pathlib import Path

from csp.constants import NONE, SELF

from .environment import database, read_environment

ENV = read_environment()
ROOT = Path(__file__).resolve().parents[3]
HOME = Path(ENV["SIGHTLINE_HOME"])
if not HOME.is_absolute():
    HOME = Path.cwd() / HOME
HOME.mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    if ENV["SIGHTLINE_SECRET_KEY"]:
        return ENV["SIGHTLINE_SECRET_KEY"]
    kept = HOME / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return kept.read_text(encoding="ascii")


SECRET_KEY = _secret_key()
DEBUG = ENV["SIGHTLINE_DEBUG"]
DEMO = ENV["SIGHTLINE_DEMO"]
ALLOWED_HOSTS = ENV["SIGHTLINE_HOSTS"]
ADDRESS = ENV["SIGHTLINE_ADDRESS"].rstrip("/")

DATABASES = {"default": database(ENV["DATABASE_URL"] or f"sqlite:///{HOME / 'sightline.db'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "sightline.foundation.design",
    "sightline.foundation.trail",
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
    "sightline.web.console",
    "sightline.web.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "sightline.config.middleware.ViewerMiddleware",
]

ROOT_URLCONF = "sightline.config.urls"
WSGI_APPLICATION = "sightline.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sightline.web.workspace.presenters.frame",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_REQUIRED = ENV["SIGHTLINE_MFA"] and not DEMO
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": p["id"],
                "name": p["name"],
                "client_id": p["client_id"],
                "secret": p["secret"],
                "settings": {"server_url": p["server_url"]},
            }
            for p in json.loads(ENV["SIGHTLINE_OIDC"])
        ],
    }
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV["SIGHTLINE_HTTPS"]
SESSION_COOKIE_AGE = 12 * 60 * 60
SECURE_SSL_REDIRECT = ENV["SIGHTLINE_HTTPS"]
SECURE_HSTS_SECONDS = 31536000 if ENV["SIGHTLINE_HTTPS"] else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV["SIGHTLINE_HTTPS"] else None
SECURE_REFERRER_POLICY = "same-origin"

# The trail follows every table of our rooms and of the sign-in library, save what is made again from other rows.
TRAIL = {
    "tenant": "accounts.Partnership",
    "also": ("account", "mfa", "socialaccount"),
    "not": ("library_searchentry",),
    "kept_out": {
        "accounts_user": ("password", "last_login", "seen_at"),
        "accounts_invitation": ("secret_digest",),
        "account_emailconfirmation": ("key",),
        "mfa_authenticator": ("data", "last_used_at"),
        "socialaccount_socialaccount": ("extra_data", "last_login"),
        "socialaccount_socialapp": ("secret", "key"),
        "socialaccount_socialtoken": ("token", "token_secret"),
        "library_page": ("text", "words"),
        "library_version": ("signature",),
    },
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
MEDIA_ROOT = HOME / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
# `sightline serve` collects the static files; where that has been done, browsers may keep them for ever.
if (STATIC_ROOT / "staticfiles.json").exists() or "collectstatic" in sys.argv:
    STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    WHITENOISE_USE_FINDERS = False
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 200
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
UPLOAD_MAX_BYTES = ENV["SIGHTLINE_UPLOAD_MB"] * 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

DEFAULT_FROM_EMAIL = ENV["SIGHTLINE_MAIL_FROM"]
if ENV["SIGHTLINE_SMTP"]:
    EMAIL_HOST, _, _port = ENV["SIGHTLINE_SMTP"].partition(":")
    EMAIL_PORT = int(_port or 25)
    EMAIL_HOST_USER = ENV["SIGHTLINE_SMTP_USER"]
    EMAIL_HOST_PASSWORD = ENV["SIGHTLINE_SMTP_PASSWORD"]
    EMAIL_USE_TLS = ENV["SIGHTLINE_SMTP_TLS"]
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = HOME / "mail"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
