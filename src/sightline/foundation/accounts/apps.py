from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sightline.foundation.accounts"
    label = "accounts"
