"""Secrets of links. The row keeps a number drawn by chance and a digest; the key of the installation makes the secret from it.

So a copy of the database opens nothing, and a digest that could not be sent is written again with the same links.
"""

import base64
import hashlib
import hmac
import secrets


def new_nonce() -> str:
    return secrets.token_hex(16)


def secret_of(key: str, nonce: str) -> str:
    """43 letters, digits, hyphens and underscores."""
    made = hmac.new(key.encode(), b"sightline reminder link " + nonce.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")
