"""Attacks by incomplete request bodies, without credentials."""
import time
from collections import Counter

from attack import ATTACKERS, Client, attack, counted
from catalogs import OTHER_ACCOUNT, PASSWORD
from client import Broken, close_all, head, open_connections, send_all
from service import OPERATOR

DRIP_SECONDS = 3
BODY_BYTES = 1 << 20
# Slightly more than the limit for small bodies, which applies to sign-ins.
TOO_LARGE_FOR_SESSION = 5_000


@attack("holds 250 sign-ins whose bodies arrive slowly, a byte every 3 s", seconds=25)
def partial_bodies(target):
    opened = open_connections(target.port, 250, ATTACKERS[:1])
    fields = [("Content-Type", "application/json"), ("Content-Length", 100)]
    send_all(opened, head("POST", "/v1/session", fields) + b"\r\n{", 5)
    drafts = Client(target, "a draft", 1, [200])
    bundles = Client(target, "a bundle that is not cached", 2, [200])
    sign_ins = Client(target, "a sign-in", 3, [204])
    number, dripped = 0, time.monotonic()
    while target.running():
        drafts.ask("GET", "/v1/catalogs/middle/draft/messages?limit=1&locale=en", headers=OPERATOR)
        bundles.ask("GET", f"/v1/catalogs/middle/bundles/en?prefix=m-{100 + number}")
        if number % 4 == 0:
            sign_ins.ask("POST", "/v1/session", {"name": OTHER_ACCOUNT, "password": PASSWORD})
        if time.monotonic() - dripped > DRIP_SECONDS:
            dripped = time.monotonic()
            send_all(opened, b" ", 1)
        number += 1
        time.sleep(0.25)
    for client in (drafts, bundles, sign_ins):
        client.report()
    still_open = sum(1 for connection in opened if not connection.closed_by_server())
    target.note(f"{len(opened) - still_open} of {len(opened)} closed by the service")
    target.expect(target.quick or still_open == 0, f"{still_open} connections still open after {target.seconds} s")
    close_all(opened)


@attack("holds 600 bodies of 1 MiB without their last byte", seconds=25)
def held_bodies(target):
    opened = open_connections(target.port, 600, ATTACKERS)
    fields = [("Content-Type", "application/json"), ("Content-Length", BODY_BYTES)]
    data = head("POST", "/v1/catalogs/exchange/render", fields) + b"\r\n" + b" " * (BODY_BYTES - 1)
    accepted = send_all(opened, data, target.seconds / 2)
    while target.running():
        time.sleep(0.2)
    answers = Counter()
    for connection in opened:
        connection.socket.settimeout(0.05)
        status, headers = answer(connection)
        answers[status] += 1
        target.expect(status < 500 or status == 503 and "retry-after" in headers, f"answered {status} without Retry-After")
    close_all(opened)
    target.note(f"{accepted >> 20} MiB accepted; {counted(answers)}")
    small = Client(target, "a sign-in with a large body", 2, [413])
    small.ask("POST", "/v1/session", {"name": "a", "password": "b" * TOO_LARGE_FOR_SESSION})
    small.report()


def answer(connection):
    """Returns the status and the headers of an answer that has arrived; the status is 0 if there is none."""
    try:
        status, headers, _ = connection.response()
        return status, headers
    except (OSError, Broken, ValueError):
        return 0, {}
