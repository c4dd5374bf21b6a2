#!/usr/bin/env python3
"""Measures the CPU time of requests relative to nginx serving the same bytes, the start-up time and the resident memory.

    mvn -DskipTests package && src/bench/http/measure.py         needs wrk and nginx on the path, and two processors

The reliable metric is the CPU time of a request, user and system, from /proc/PID/stat divided by wrk's count of requests. nginx and the
service alternate on processor 0, wrk runs on processor 1, and the result is the median of the rounds' ratios. --gate fails if a ratio is
more than 15 % above the one in ratios.json; --keep writes that file. For starts and memory only: --image --only none.
"""
import argparse
import gzip
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile

from processes import HERE, Nginx, Parlance, get, load
from starts import Prepared, measure_starts

BUNDLE = "/v1/catalogs/exchange/bundles/ja"
MESSAGE = "/v1/catalogs/exchange/messages/-1015?locale=ja&arg=5&arg=10s"
RENDER = "/v1/catalogs/exchange/render"
BATCH = 50
CALM_SLICES = 4
ENOUGH_REQUESTS = 1_000_000
NOISE = 1.15


class Row:
    """A kind of request to the service, with the nginx request it is compared with."""

    def __init__(self, name, goal, path, anchor, headers=None, status=200, body=None, cached=False):
        self.name, self.goal, self.path, self.anchor, self.cached = name, goal, path, anchor, cached
        self.headers, self.status, self.body = headers or {}, status, body

    def check(self, service, nginx):
        for server, path, body in ((service, self.path, self.body), (nginx, self.anchor, None)):
            headers = self.headers_for(server, path)
            if body:
                headers["Content-Type"] = "application/json"
            status, _, _ = get(server.port, path, headers, body and body.read_bytes())
            if status != self.status:
                raise SystemExit(f"{self.name}: {path} answers {status}")

    def headers_for(self, server, path):
        """Adds If-None-Match with the server's own entity tag if the row expects a 304."""
        headers = dict(self.headers)
        if self.status == 304:
            headers["If-None-Match"] = get(server.port, path, headers)[1]["etag"]
        return headers

    def warm_up(self, service, headers, longest):
        """Sends load until JIT compilation has settled: no slice has been 2 % cheaper for a while, or the time limit is reached."""
        sent, cheapest, calm, slice_seconds = 0, float("inf"), 0, 2
        for _ in range(0, longest, slice_seconds):
            requests, user, system = load(service, self.path, slice_seconds, headers, self.body)
            sent += requests
            calm = 0 if user + system < 0.98 * cheapest else calm + 1
            cheapest = min(cheapest, user + system)
            if calm == CALM_SLICES:
                break
        return sent

    def measure(self, service, nginx, options):
        self.check(service, nginx)
        sides = ((nginx, self.anchor, None), (service, self.path, self.body))
        headers = [self.headers_for(server, path) for server, path, _ in sides]
        self.requests = self.warm_up(service, headers[1], options.warm)
        rounds = []
        for _ in range(options.rounds):
            pair = [load(server, path, options.seconds, sent, body) for (server, path, body), sent in zip(sides, headers)]
            self.requests += pair[1][0]
            rounds.append([side[1] + side[2] for side in pair])
        self.nginx = statistics.median(it[0] for it in rounds)
        self.service = statistics.median(it[1] for it in rounds)
        self.ratio = statistics.median(it[1] / it[0] for it in rounds)
        return self


def rows(folder, service):
    """Returns the rows. The batch contains the first messages of the catalog with their example arguments."""
    page = json.loads(get(service.port, f"/v1/catalogs/exchange/messages?locale=ja&limit={BATCH}")[2])
    batch = folder / "batch.json"
    batch.write_text(json.dumps({"locale": "ja", "messages": [
        {"key": it["key"], "args": [argument["example"] for argument in it["arguments"]]} for it in page["messages"]]}))
    return [
        Row("bundle, gzip", 1.3, BUNDLE, "/bundle.json", {"Accept-Encoding": "gzip"}),
        Row("bundle, br", 1.3, BUNDLE, "/br", {"Accept-Encoding": "br"}),
        Row("bundle, 304", 1.2, BUNDLE, "/bundle.json", {"Accept-Encoding": "gzip"}, status=304),
        Row("bundle, gzip, by the cache", "–", BUNDLE, "/bundle.json", {"Accept-Encoding": "gzip"}, cached=True),
        Row("message, JSON", 2, MESSAGE, "/constant"),
        Row("message, text", 2, MESSAGE, "/constant", {"Accept": "text/plain"}),
        Row(f"{BATCH} messages", 10, RENDER, "/constant", body=batch),
    ]


def serve_the_same(folder, service):
    """Starts an nginx that serves the same bytes as the service."""
    www = folder / "www"
    www.mkdir()
    encoded = {it: get(service.port, BUNDLE, {"Accept-Encoding": it})[2] for it in ("gzip", "br")}
    (www / "bundle.json.gz").write_bytes(encoded["gzip"])
    (www / "bundle.json").write_bytes(gzip.decompress(encoded["gzip"]))
    (www / "bundle.br").write_bytes(encoded["br"])
    text = get(service.port, MESSAGE, {"Accept": "text/plain"})[2].decode()
    for it in (folder, www):
        it.chmod(0o755)
    nginx = Nginx.of_files(folder, text)
    nginx.seconds_to_answer("/constant")
    return nginx


def version(java):
    output = subprocess.run([f"{java}/bin/java", "-version"], capture_output=True, text=True, check=True).stderr
    return int(re.search(r'version "(\d+)', output).group(1))


def javas(options):
    found = [os.path.realpath(it) for it in options.java] or [
        os.environ.get("JAVA_HOME") or str(pathlib.Path(shutil.which("java")).resolve().parents[1])]
    return {version(it): it for it in found}


def measure(java, folder, options):
    plain = ["-Dparlance.rate-limit.render=0", "-Dparlance.rate-limit.reads=0", "-jar", str(options.app / "quarkus-run.jar")]
    prepared = None if options.short and not options.image else Prepared(java, version(java), folder, options.app).prepare().target()
    # The first start fills the database and is not measured.
    filled = Parlance(java, folder / "filled", target=plain)
    started = [filled]
    try:
        filled.seconds_to_answer(BUNDLE)
        service = Parlance(java, folder / "service", jvm=options.jvm, jdbc_url=filled.jdbc_url(), target=prepared if options.image else plain)
        started.append(service)
        service.seconds_to_answer(BUNDLE)
        nginx = serve_the_same(folder, service)
        cache = Nginx.as_cache(folder / "cache", service)
        started += [nginx, cache]
        cache.seconds_to_answer(BUNDLE)
        for it in started[1:]:
            it.pin()
        measured = [it.measure(cache if it.cached else service, nginx, options) for it in rows(folder, service) if re.search(options.only, it.name)]
        sent = sum(it.requests for it in measured if not it.cached)
        while sent < ENOUGH_REQUESTS and not options.short:
            sent += load(service, BUNDLE, 5, {"Accept-Encoding": "gzip"})[0]
        resident = service.resident()
        starts = [] if options.short else measure_starts(java, folder, service, filled.jdbc_url(), (plain, prepared), BUNDLE)
        return measured, sent, resident, starts
    finally:
        for it in reversed(started):
            it.stop()


def table(results):
    heads = list(results)
    print("| CPU of a request, µs (nginx = 1) | goal |", " | ".join(f"JDK {it}" for it in heads), "|")
    print("|---|---|" + "---|" * len(heads))
    for at in zip(*(measured for measured, *_ in results.values())):
        cells = (f"{it.service:.1f} / {it.nginx:.1f} ({it.ratio:.2f})" for it in at)
        print(f"| {at[0].name} | {at[0].goal} |", " | ".join(cells), "|")
    print("| MiB resident after | 280 |", " | ".join(f"{resident:.0f} ({sent:,} requests)" for _, sent, resident, _ in results.values()), "|")
    for at in zip(*(starts for *_, starts in results.values())):
        cells = (" / ".join(f"{seconds:.2f}" for seconds in it.seconds) for it in at)
        print(f"| {at[0].name} | {at[0].goal} |", " | ".join(cells), "|")


def gate(results):
    """Exits with an error if a ratio is worse than the recorded one by more than the noise."""
    baseline = json.loads((HERE / "ratios.json").read_text())
    unknown = [f"JDK {java}, {row.name}" for java, (measured, *_) in results.items() for row in measured
               if row.name not in baseline.get(str(java), {})]
    if unknown:
        sys.exit("No baseline for:\n" + "\n".join(unknown))
    worse = [f"JDK {java}, {row.name}: {row.ratio:.2f}, was {baseline[str(java)][row.name]}"
             for java, (measured, *_) in results.items() for row in measured
             if row.ratio > NOISE * baseline[str(java)][row.name]]
    if worse:
        sys.exit("Slower than before:\n" + "\n".join(worse))


def keep(results):
    ratios = {java: {row.name: round(row.ratio, 2) for row in measured} for java, (measured, *_) in results.items()}
    (HERE / "ratios.json").write_text(json.dumps(ratios, indent=2) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--java", action="append", default=[], metavar="HOME", help="one or more; JAVA_HOME by default")
    parser.add_argument("--app", type=pathlib.Path, default=pathlib.Path("target/quarkus-app"), help="the packaged service")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--seconds", type=int, default=2, help="of one side of a round")
    parser.add_argument("--warm", type=int, default=60, help="seconds at most before the first round")
    parser.add_argument("--only", default="", metavar="REGEX", help="rows to measure")
    parser.add_argument("--jvm", action="append", default=[], metavar="OPTION", help="for the service besides its heap")
    parser.add_argument("--image", action="store_true", help="requests and memory of the service as the image starts it")
    parser.add_argument("--short", action="store_true", help="requests only: no memory, no starts")
    parser.add_argument("--gate", action="store_true", help="fail if a ratio is worse than the baseline")
    parser.add_argument("--keep", action="store_true", help="save these ratios as the baseline")
    options = parser.parse_args()
    # Turns SIGTERM into an exception, so that all processes started are stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    options.app = options.app.resolve()
    results = {}
    for number, java in javas(options).items():
        with tempfile.TemporaryDirectory(prefix="parlance-bench-") as folder:
            results[number] = measure(java, pathlib.Path(folder), options)
    table(results)
    if options.keep:
        keep(results)
    if options.gate:
        gate(results)


if __name__ == "__main__":
    main()
