"""Addresses: of a host that stands in for TMDB, and of the proxy in between.

Each may hold a password, wherever in it that stands where it is malformed. So what has not been checked is a `Secret`,
and what raises an error holds nothing else: a traceback may show its locals.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from ipaddress import ip_address
from typing import NamedTuple
from urllib.request import getproxies, proxy_bypass

import httpx

from tmdb_async._generated.types import Secret
from tmdb_async.errors import ConfigurationError

_LONGEST = 2048
_HOST_AND_PORT = r"(\[[^\[\]]*\]|[^\[\]:]*)(:[0-9]*)?"
# As the domain name system has it, with the underscores that private networks use. What ends like a number is an IP
# address, and none that only some parsers read.
_NAME = r"(?=.{1,253}\.?$)([a-z0-9_-]{1,63}\.)*(?!([0-9]+|0x[0-9a-f]*)\.?$)[a-z0-9_-]{1,63}\.?"
_NO_URL = "is no URL"
_NO_PORT = "has a port outside 1 to 65535"


class Proxy(NamedTuple):
    """The proxy between a host and us."""

    scheme: str
    """What is spoken with it: http, https, socks5 and so on."""
    url: str
    """Its address, without user and password."""
    user: Secret
    password: Secret

    @property
    def has_user(self) -> bool:
        """Whether it is told who is asking."""
        return bool(self.user.reveal() or self.password.reveal())

    @property
    def authorization(self) -> Secret:
        """The header that tells it, as HTTP has it."""
        return Secret("Basic " + b64encode(f"{self.user.reveal()}:{self.password.reveal()}".encode()).decode())

    @property
    def secrets(self) -> list[Secret]:
        """What it alone is to see, in each form in which it is sent: a user is a secret where there is no password."""
        if not self.has_user:
            return []
        password = self.password if self.password.reveal() else self.user
        return [password, Secret(self.authorization.reveal().removeprefix("Basic "))]


def given_or_set(base_url: Secret | None, variable: str, default: str) -> tuple[str, Secret]:
    """Return an address that is given or, where it is not, that of the environment; with the name of the one."""
    if base_url is not None:
        return "base_url", base_url
    return variable, Secret(os.environ.get(variable) or default)


def check_base_url(base_url: Secret, name: str = "base_url") -> str:
    """Return the address of a host that stands in for TMDB, without a slash at the end.

    Args:
        base_url: The address.
        name: What the messages call it.

    Raises:
        ConfigurationError: It is no address of a host, or would send the credential in the clear.
    """
    if fault := _fault_of_base_url(base_url):
        raise ConfigurationError(f"{name} {fault}")
    return str(httpx.URL(base_url.reveal())).rstrip("/")


def proxy_for(host: str) -> Proxy | None:
    """Return the proxy that the environment names for a host; what is for this machine has none.

    Raises:
        ConfigurationError: What it names is no address of a proxy.
    """
    if _is_loopback(host) or proxy_bypass(host):
        return None
    address = _proxy_of_environment()
    if address is None:
        return None
    if fault := _fault_of_proxy(address):
        raise ConfigurationError(f"The proxy that the environment names {fault}")
    return _proxy_at(address)


def _fault_of_base_url(base_url: Secret) -> str | None:
    """Return what is wrong with it, without a word of it."""
    url = _read(base_url)
    if isinstance(url, str):
        return f"{url}; give one like https://api.themoviedb.org"
    if url.scheme not in ("https", "http") or not url.host:
        return "must begin with https:// and name a host, like https://api.themoviedb.org"
    if set("@?#") & set(base_url.reveal()):  # in a path, too, where a password that is not quoted ends up
        return "is a host and perhaps a path, without a user, a query or a fragment"
    if url.path.rstrip("/").endswith("/3"):
        return "ends before /3, like https://api.themoviedb.org"
    if url.scheme == "http" and not _is_loopback(url.host):
        return "must be https, except on loopback: http would send the token in the clear"
    return None


def _fault_of_proxy(address: Secret) -> str | None:
    """Return what is wrong with it, without a word of it."""
    url = _read(address)
    if isinstance(url, str) or not url.host:
        return f"{url if isinstance(url, str) else _NO_URL}: give http://host:port"
    if url.raw_path != b"/" or set("?#") & set(address.reveal()):
        return "is more than http://host:port: in a user and a password quote what is special, as in %23 for #"
    if ":" in url.username:
        return "has a user with a colon, which no proxy can tell from the password"
    return None


def _read(address: Secret) -> httpx.URL | str:
    """Return what an address says or, where that is not the same for everybody who may read it, what is wrong."""
    text: object = address.reveal()
    if not isinstance(text, str) or len(text) > _LONGEST or " " in text:
        return _NO_URL
    try:
        url = httpx.URL(text)
        url.host  # noqa: B018 - which is decoded only now
    except (httpx.InvalidURL, ValueError):  # UnicodeErrors are of these
        return _NO_URL
    authority = re.split(r"[/?#]", text.partition("://")[2], maxsplit=1)[0]
    if not re.fullmatch(_HOST_AND_PORT, authority.rpartition("@")[2]):
        return _NO_URL
    host = url.raw_host.decode()
    if host and not re.fullmatch(_NAME, host) and not _is_ip_address(host):
        return _NO_URL
    return url if url.port is None or 1 <= url.port <= 65535 else _NO_PORT


def _proxy_of_environment() -> Secret | None:
    proxies = getproxies()
    address = proxies.get("https") or proxies.get("all")
    if not address:
        return None
    return Secret(address if "://" in address else f"http://{address}")


def _proxy_at(address: Secret) -> Proxy:
    url = httpx.URL(address.reveal())
    place = f"{url.scheme}://{url.netloc.decode()}"
    return Proxy(url.scheme, place, Secret(url.username), Secret(url.password))


def _is_ip_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return "%" not in host  # and with a zone it is one of this machine's alone, which each library writes otherwise


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_ip_address(host) and ip_address(host).is_loopback)
