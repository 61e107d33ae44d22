"""Signing in at an identity provider of this machine: discovery, code flow with PKCE, several at once, existing accounts only."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.test import Client
from django.urls import reverse

from sightline.config.environment import providers
from sightline.foundation.accounts.commands import open_account
from sightline.foundation.accounts.models import User


class _Provider(BaseHTTPRequestHandler):
    claims: dict = {}

    def do_GET(self):
        base = f"http://127.0.0.1:{self.server.server_port}"
        if self.path.endswith("openid-configuration"):
            self._say(
                {
                    "issuer": base,
                    "authorization_endpoint": f"{base}/authorize",
                    "token_endpoint": f"{base}/token",
                    "userinfo_endpoint": f"{base}/userinfo",
                    "jwks_uri": f"{base}/keys",
                }
            )
        else:
            self._say(self.claims)

    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert asked["code_verifier"], "the code flow goes with PKCE"
        base = f"http://127.0.0.1:{self.server.server_port}"
        told = {"iss": base, "aud": "sightline", "exp": 4102444800, "iat": 1, **self.claims}
        key = "a key that only this test knows, of 32 bytes"
        self._say({"access_token": "t", "token_type": "Bearer", "id_token": jwt.encode(told, key, algorithm="HS256")})

    def _say(self, words: dict) -> None:
        body = json.dumps(words).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture
def provider(settings) -> Iterator[type[_Provider]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    entries = [
        {"id": name, "name": f"the {name}", "client_id": "sightline", "secret": "s", "server_url": address}
        for name in ("council", "trust")
    ]
    entries[1] |= {"trusted_domains": ["trust.example"], "second_factor": True}
    found = providers(json.dumps(entries))
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [p.app for p in found]}}
    settings.OIDC_WITH_SECOND_FACTOR = frozenset(p.id for p in found if p.asks_for_second_factor)
    yield _Provider
    server.shutdown()
    server.server_close()


def _arrive(client: Client, name: str, claims: dict, provider: type[_Provider]):
    provider.claims = claims
    begun = client.post(reverse("openid_connect_login", args=[name]))
    state = parse_qs(urlsplit(begun["Location"]).query)["state"][0]
    return client.get(reverse("openid_connect_callback", args=[name]), {"code": "c", "state": state})


def _is_in(client: Client) -> bool:
    return client.get("/account").status_code == 200


def test_the_sign_in_page_offers_every_provider(provider, client, db):
    page = client.get("/sign-in/login/").content.decode()
    assert "Sign in with the council" in page
    assert "Sign in with the trust" in page


def test_a_confirmed_address_signs_in_to_the_account_that_has_it(provider, client, world):
    claims = {"sub": "1", "email": world.manager.email.upper(), "email_verified": True}
    assert _arrive(client, "council", claims, provider).status_code == 302
    assert _is_in(client)


def test_the_second_time_the_number_counts_even_when_the_address_has_changed(provider, world):
    _arrive(Client(), "council", {"sub": "1", "email": world.manager.email, "email_verified": True}, provider)
    client = Client()
    _arrive(client, "council", {"sub": "1", "email": "new.name@sightline.example"}, provider)
    assert _is_in(client)


def test_an_address_that_the_provider_has_not_confirmed_opens_nothing(provider, client, world):
    answer = _arrive(client, "council", {"sub": "1", "email": world.manager.email, "email_verified": False}, provider)
    assert answer.status_code == 403
    assert not _is_in(client)


def test_nobody_gets_an_account_by_signing_in_elsewhere(provider, client, world):
    before = User.objects.count()
    claims = {"sub": "9", "email": "stranger@sightline.example", "email_verified": True}
    answer = _arrive(client, "council", claims, provider)
    assert "There is no account for you yet" in answer.content.decode()
    assert User.objects.count() == before


def test_a_provider_may_vouch_for_its_own_domains_only(provider, world):
    open_account(email="nurse@trust.example", name="Nurse", by=None)
    inside, outside = Client(), Client()
    _arrive(inside, "trust", {"sub": "1", "email": "nurse@trust.example"}, provider)
    _arrive(outside, "trust", {"sub": "2", "email": world.manager.email}, provider)
    assert _is_in(inside)
    assert not _is_in(outside)


def test_a_closed_account_stays_closed(provider, client, world):
    User.objects.filter(pk=world.manager.pk).update(is_active=False)
    _arrive(client, "council", {"sub": "1", "email": world.manager.email, "email_verified": True}, provider)
    assert not _is_in(client)


def test_the_providers_own_second_factor_counts_only_where_settings_say_so(provider, world, settings):
    settings.MFA_REQUIRED = True
    trusted, other = Client(), Client()
    open_account(email="nurse@trust.example", name="Nurse", by=None)
    _arrive(trusted, "trust", {"sub": "1", "email": "nurse@trust.example"}, provider)
    _arrive(other, "council", {"sub": "2", "email": world.manager.email, "email_verified": True}, provider)
    assert _is_in(trusted)
    assert other.get("/")["Location"] == reverse("mfa_index")
