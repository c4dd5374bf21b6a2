"""Open-loop readers: reads are due at a fixed rate, and their latency is measured from that due time."""
import hashlib
import http.client
import itertools
import json
import random
import socket
import sys
import threading
import time

LATE_SECONDS = 2
THREADS = 32
BUNDLE = "/v1/catalogs/exchange/bundles/"
LOCALES = ["en", "ja", "de", "ar", "ru", "zh-Hant"]
RENDERED = [
    ("/v1/catalogs/exchange/messages/-1015?locale=ru&arg=3&arg=10s&format=text", "3 ордера за 10s"),
    ("/v1/catalogs/exchange/messages/-1130?locale=en&arg=symbol&format=text", "Illegal parameter 'symbol'"),
]


class Counts:
    """Counts of reads since they were last taken."""

    def __init__(self):
        self.lock = threading.Lock()
        self.take()

    def take(self):
        with self.lock:
            taken = getattr(self, "now", None)
            self.now = {"reads": 0, "failed": 0, "late": 0, "wrong": 0, "stale": 0, "slowest": 0.0, "examples": []}
            return taken

    def add(self, what, seconds, stale, example):
        with self.lock:
            self.now["reads"] += 1
            self.now["slowest"] = max(self.now["slowest"], seconds)
            self.now["stale"] = max(self.now["stale"], stale)
            if seconds > LATE_SECONDS and what is None:
                what, example = "late", f"{seconds:.1f} s"
            if what is not None:
                self.now[what] += 1
                self.now["examples"] = (self.now["examples"] + [f"{what}: {example}"])[:5]


class Reader:
    """A client with one connection to each replica and the entity tags it has received."""

    def __init__(self, ports):
        self.ports = ports
        self.connections = {}
        self.tags = {}
        self.random = random.Random()

    def get(self, port, path, headers):
        connection = self.connections.get(port)
        if connection is None:
            connection = self.connections[port] = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.connect()
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()

    def read(self, number):
        """Returns (defect or None, seconds of staleness, example)."""
        port = self.ports[number % len(self.ports)]
        try:
            return self.bundle(port) if self.random.random() < 0.5 else self.rendered(port)
        except (OSError, http.client.HTTPException) as e:
            connection = self.connections.pop(port, None)
            if connection is not None:
                connection.close()
            return "failed", 0, f"{port} {e!r}"

    def bundle(self, port):
        path = BUNDLE + self.random.choice(LOCALES)
        known = self.tags.get((port, path)) if self.random.random() < 0.7 else None
        answer, body = self.get(port, path, {"If-None-Match": known} if known else {})
        tag = answer.headers["ETag"]
        stale = int(answer.headers.get("Parlance-Stale", 0))
        if answer.status == 304 and known:
            return (None if tag == known and not body else "wrong"), stale, path
        if answer.status != 200:
            return "failed", stale, f"{port} {path}: {answer.status}"
        self.tags[port, path] = tag
        return (None if tag == f'"{hashlib.sha256(body).hexdigest()}"' else "wrong"), stale, f"{port} {path}: {tag}"

    def rendered(self, port):
        path, expected = self.random.choice(RENDERED)
        answer, body = self.get(port, path, {"Accept": "text/plain"})
        stale = int(answer.headers.get("Parlance-Stale", 0))
        if answer.status != 200:
            return "failed", stale, f"{port} {path}: {answer.status}"
        return (None if expected in body.decode() else "wrong"), stale, f"{port} {path}: {body.decode()}"


def main():
    """reads.py RATE PORT…: each line on standard input prints the counts since the previous line, as JSON."""
    rate, ports = int(sys.argv[1]), [int(port) for port in sys.argv[2:]]
    counts, begin, numbers = Counts(), time.monotonic(), itertools.count()

    def loop():
        reader = Reader(ports)
        while True:
            number = next(numbers)
            due = begin + number / rate
            time.sleep(max(0.0, due - time.monotonic()))
            what, stale, example = reader.read(number)
            counts.add(what, time.monotonic() - due, stale, example)

    for _ in range(THREADS):
        threading.Thread(target=loop, daemon=True).start()
    for _ in sys.stdin:
        print(json.dumps(counts.take()), flush=True)


if __name__ == "__main__":
    main()
