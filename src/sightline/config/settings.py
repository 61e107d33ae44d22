"""Django's settings, made from the environment."""

import secrets
import sys
from pathlib import Path

from csp.constants import NONE, SELF

from .environment import SETTINGS, database, read_environment

ENV = read_environment()
DECLARED = SETTINGS
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
LISTEN = ENV["SIGHTLINE_LISTEN"]
WEB_PROCESSES, WEB_THREADS, WORKERS = (ENV[f"SIGHTLINE_{name}"] for name in ("WEB", "THREADS", "WORKERS"))
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
    "sightline.foundation.accounts",  # before the sign-in library, whose pages it draws
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
    "sightline.config.middleware.SecondFactorMiddleware",
    "sightline.config.middleware.SignInTrailMiddleware",
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
ACCOUNT_ADAPTER = "sightline.config.sign_in.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "sightline.config.sign_in.LoginForm",
    "reset_password": "sightline.config.sign_in.ResetPasswordForm",
    "request_login_code": "sightline.config.sign_in.RequestCodeForm",
    "confirm_login_code": "sightline.config.sign_in.ConfirmCodeForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account exists only by an invitation to that address
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = True
# A code by e-mail proves no less than a password that can be reset by e-mail; the second factor is asked for after both.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
    "request_login_code": "20/m/ip,3/m/key",
}
# Links from e-mails, by reader's address and by link: a whole council may stand behind one address.
LINK_RATE_LIMITS = {"open_link": "120/m/ip,30/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = ENV["SIGHTLINE_PROXIES"]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60
# Counts of failed sign-ins, shared by all processes of one machine.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": HOME / "cache"}}
MFA_REQUIRED = ENV["SIGHTLINE_MFA"] and not DEMO
MFA_ADAPTER = "sightline.config.sign_in.MFAAdapter"
MFA_FORMS = {
    "authenticate": "sightline.config.sign_in.AuthenticateForm",
    "reauthenticate": "sightline.config.sign_in.ReauthenticateForm",
    "activate_totp": "sightline.config.sign_in.ActivateForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the invitation proved the address
# Browsers hold passkeys to be safe on localhost without HTTPS.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENV["SIGHTLINE_HTTPS"]
SOCIALACCOUNT_ADAPTER = "sightline.config.sign_in.SocialAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [p.app for p in ENV["SIGHTLINE_OIDC"]]}
}
OIDC_WITH_SECOND_FACTOR = frozenset(p.id for p in ENV["SIGHTLINE_OIDC"] if p.asks_for_second_factor)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        # Signing in at an identity provider is a form that is sent on to it.
        "form-action": [SELF, *sorted({p.origin for p in ENV["SIGHTLINE_OIDC"]})],
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
    # What was sent is a log of its own.
    "not": (
        "library_searchentry",
        "reminders_round",
        "reminders_digest",
        "reminders_section",
        "reminders_item",
    ),
    "kept_out": {
        "accounts_user": ("password", "last_login"),
        "accounts_invitation": ("secret_digest",),
        "account_emailconfirmation": ("key",),
        "mfa_authenticator": ("data",),
        "socialaccount_socialaccount": ("extra_data", "last_login"),
        "socialaccount_socialapp": ("secret", "key"),
        "socialaccount_socialtoken": ("token", "token_secret"),
        "reminders_link": ("nonce", "secret_digest"),
        "reminders_wish": ("nonce", "secret_digest"),
        "learning_subscriber": ("email",),
        "library_page": ("text", "words"),
        "library_version": ("signature",),
    },
    # How far a reading has come, second by second, is no change of the record.
    "passed_over": {
        "intake_paper": ("beat_at", "pages_read"),
        "mfa_authenticator": ("last_used_at",),
        "reminders_link": ("expires_at",),
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
EMAIL_TIMEOUT = 20  # seconds; a mail server that hangs must not stop the timetable
REMINDERS_FROM = ENV["SIGHTLINE_REMINDERS_FROM"]
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
