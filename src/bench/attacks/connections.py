"""Attacks by connections and malformed requests, without credentials."""
import re
import socket
import struct
import time
from collections import Counter

from attack import ATTACKERS, attack
from catalogs import LARGE
from client import Broken, Connection, ask, close_all, head, open_connections, send_all

PIPELINED = 79_000
HEADER_BYTES = 255 << 10
# The answers that fit into the buffers of eight sockets, and those to the probe, which reads 500 times a second.
UNREAD_ANSWERS, OTHER_ANSWERS = 4_000, 8_000
LOG_BYTES_EACH = 100
ABORTED_AT_ONCE = 50
# The service must have closed a connection that makes too little progress after this time.
LONGEST_CONNECTION = 75
# The time to read the rest of an answer before the end of a closed connection.
DRAIN_SECONDS = 3


@attack("sends 79,000 pipelined requests on a connection, reads nothing and disconnects", seconds=30)
def pipelining(target):
    requests = head("GET", "/v1/catalogs/exchange/bundles/ja", host="a") + b"\r\n"
    requests *= PIPELINED
    for connections in (1,) if target.quick else (1, 4, 8):
        answered = answers_made(target)
        opened = open_connections(target.port, connections, ATTACKERS, receive_buffer=4096)
        accepted = send_all(opened, requests, 5)
        time.sleep(1)
        close_all(opened)
        time.sleep(1)
        answered = answers_made(target) - answered
        target.note(f"{connections} × {len(requests) / 1e6:.1f} MB: {accepted / 1e6:.1f} MB accepted, {answered:,} answers made")
        target.expect(answered <= UNREAD_ANSWERS + OTHER_ANSWERS, f"{answered:,} answers made to {connections} connections that read none")


def answers_made(target):
    """Returns the number of answers by the metric of the service, including those to other clients."""
    _, _, metrics = ask(target.service.management, "GET", "/q/metrics", timeout=60)
    return sum(int(float(it)) for it in re.findall(rb"(?m)^http_server_requests_seconds_count\{.*\} (\S+)$", metrics))


@attack("holds headers of 255 KiB on 2,000 connections", seconds=30)
def large_headers(target):
    opened = open_connections(target.port, 400 if target.quick else 2_000, ATTACKERS)
    data = head("GET", "/v1/catalogs/exchange/bundles/ja", [("X-Long", "a" * HEADER_BYTES)])[:-2]
    accepted = send_all(opened, data, target.seconds / 2)
    target.note(f"{len(opened):,} connections, {accepted >> 20} MiB of headers accepted")
    hold(target)
    close_all(opened)


@attack("sends the headers of 500 requests a byte at a time", seconds=LONGEST_CONNECTION + 5)
def slow_headers(target):
    opened = open_connections(target.port, 500, ATTACKERS)
    send_all(opened, head("GET", "/v1/catalogs/exchange/bundles/ja") + b"X-Slow: ", 5)
    while target.running():
        send_all(opened, b"a", 1)
        time.sleep(2)
    expect_closed(target, opened)


@attack("reads large answers on 200 connections at a byte a second", seconds=LONGEST_CONNECTION + 5, catalogs=LARGE)
def slow_readers(target):
    opened = open_connections(target.port, 200, ATTACKERS, receive_buffer=2048)
    send_all(opened, head("GET", f"/v1/catalogs/{target.catalog}/bundles/ja", [("Accept-Encoding", "identity")]) + b"\r\n", 5)
    while target.running():
        for connection in opened:
            try:
                connection.socket.recv(1)
            except OSError:
                continue
        time.sleep(1)
    expect_closed(target, opened)


@attack("opens 2,000 connections, half of them after a request, and leaves them idle", seconds=20)
def idle_connections(target):
    opened = open_connections(target.port, 2_000, ATTACKERS)
    send_all(opened[::2], head("GET", "/v1/catalogs/exchange/messages/-1130?locale=en") + b"\r\n", 5)
    target.note(f"{len(opened):,} connections")
    hold(target)
    close_all(opened)


@attack("sends requests that a proxy and the service may understand differently", seconds=10)
def ambiguous_requests(target):
    body = '{"locale":"en","messages":[]}'
    post = f"POST /v1/catalogs/exchange/render HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    chunked = f"{len(body):x}\r\n{body}\r\n0\r\n\r\n"
    requests = {
        "two Host headers": "GET /v1/catalogs HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "an unknown transfer coding": post.replace(f"Content-Length: {len(body)}", "Transfer-Encoding: xchunked") + "\r\n" + chunked,
        "two transfer codings": post.replace(f"Content-Length: {len(body)}", "Transfer-Encoding: gzip, chunked") + "\r\n" + chunked,
        "a length and a transfer coding": post + "Transfer-Encoding: chunked\r\n\r\n" + chunked,
        "two lengths": post + "Content-Length: 5\r\n\r\n" + body,
        "a signed length": post.replace("Length: ", "Length: +") + "\r\n" + body,
        "a blank before the colon": post.replace("Length:", "Length :") + "\r\n" + body,
    }
    for name, request in requests.items():
        try:
            with Connection(target.port, ATTACKERS[0], timeout=5) as connection:
                connection.send(request.encode())
                status, _, _ = connection.response()
                time.sleep(0.3)
                closed = connection.closed_by_server()
        except Broken:
            continue
        except OSError as e:
            target.expect(isinstance(e, ConnectionError), f"{name}: {e!r}")
            continue
        target.expect(status in (400, 501), f"{name}: {status}")
        target.expect(closed, f"{name}: the connection stays open")


@attack("aborts bodies and sends malformed chunks and request lines, to fill the log", seconds=20)
def log_flood(target):
    each, content = 100 if target.quick else 1_000, ("Content-Type", "application/json")
    kinds = {
        "aborted body": head("POST", "/v1/session", [content, ("Content-Length", 100)]) + b"\r\n{",
        "malformed chunk": head("POST", "/v1/catalogs/exchange/render", [content, ("Transfer-Encoding", "chunked")]) + b"\r\nzz\r\n{",
        "malformed request line": b"\x00\x01\x02 / HTTP/1.1\r\n\r\n",
        "aborted answer": head("GET", "/v1/catalogs/exchange/bundles/ja") + b"\r\n",
    }
    for name, data in kinds.items():
        before = target.service.log_size()
        for _ in range(each // ABORTED_AT_ONCE):
            abort(open_connections(target.port, ABORTED_AT_ONCE, ATTACKERS), data)
        time.sleep(1.5)
        written = target.service.logged(before)
        levels = Counter(re.findall(r'"level":"(\w+)"', written))
        target.note(f"{name}: {len(written) / each:.0f} B of log each")
        target.expect(len(written) <= LOG_BYTES_EACH * each, f"{name}: {len(written) / each:.0f} B of log each")
        target.expect(not levels["ERROR"], f"{name}: {levels['ERROR']} × ERROR")


def abort(opened, data):
    """Sends data over connections, gives the service time to start on it, and resets the connections."""
    send_all(opened, data, 2)
    time.sleep(0.3)
    for connection in opened:
        connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    close_all(opened)


def hold(target):
    while target.running():
        time.sleep(0.2)


def expect_closed(target, connections):
    """Expects that the service has closed the connections. The quick form is too short for that."""
    still_open, deadline = list(connections), time.monotonic() + DRAIN_SECONDS
    while still_open and time.monotonic() < deadline:
        still_open = [connection for connection in still_open if not connection.closed_by_server()]
        time.sleep(0.1)
    target.note(f"{len(connections) - len(still_open):,} of {len(connections):,} closed by the service")
    target.expect(target.quick or not still_open, f"{len(still_open):,} connections still open after {target.seconds} s")
    close_all(connections)
