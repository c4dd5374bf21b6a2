#!/usr/bin/env python3
"""Runs reads, edits, releases and the attacks in turn against one service, and compares its resources at the beginning and the end.

    mvn -DskipTests package && src/bench/attacks/soak.py [--minutes 30] [--xmx 256m]

Needs Linux, Python 3.11 and jcmd. The quick form of each attack runs, followed by a pause, until the time is over.
No read may fail, and the only 5xx response allowed is a 503 with Retry-After. At the end, the heap after a full collection must be at most
5 % larger than after the first minute. The first round of attacks fills pools to their full size; after it, the numbers of threads and
descriptors must not grow.
"""
import argparse
import os
import pathlib
import re
import signal
import sys
import tempfile
import threading
import time
from collections import Counter

from attack import ATTACKS, Target, counted
from catalogs import MIDDLE, Catalogs
from client import allow_many_connections
from probe import ProbeProcess
from run import Overdue, time_limit
from service import Service

READS_A_SECOND, EDITS_A_SECOND = 100, 2
RELEASE_SECONDS = 60
CALM_SECONDS = 15
# Longer than the idle time-out of connections.
LAST_CALM_SECONDS = 75
HEAP_GROWTH = 1.05
EDITED = 1_000
# Attacks that lock the account and the address that the next round uses.
LOCKING = {"account-lock", "sign-in-flood"}
# Threads and connections of pools, whose number depends on the last requests.
POOLED = 5


class Editor(threading.Thread):
    """Edits texts in turn, reads drafts, and publishes a release every minute."""

    def __init__(self, service):
        super().__init__(daemon=True)
        self.service, self.stopped = service, False
        self.answers, self.wrong = Counter(), []

    def ask(self, method, path, body=None, headers=None):
        status, fields, answer = self.service.ask(method, path, body, headers, timeout=30)
        self.answers[status] += 1
        intended = status == 503 and "retry-after" in fields
        if (status >= 500 or status == 0) and not intended and len(self.wrong) < 10:
            self.wrong.append(f"{method} {path}: {status} {answer[:200].decode('utf-8', 'replace')}")
        return status, fields

    def run(self):
        number, released = 0, time.monotonic()
        while not self.stopped:
            begin = time.monotonic()
            number += 1
            self.edit(f"/v1/catalogs/{MIDDLE}/messages/m-{1 + number % EDITED}/texts/en", f"Edit {number}")
            if number % 5 == 0:
                self.ask("GET", f"/v1/catalogs/{MIDDLE}/draft/messages?limit=100&locale=de&prefix=m-{number % 50}")
            if time.monotonic() - released > RELEASE_SECONDS:
                released = time.monotonic()
                self.publish()
            time.sleep(max(0.0, begin + 1 / EDITS_A_SECOND - time.monotonic()))

    def edit(self, path, message):
        status, headers = self.ask("GET", path)
        if status == 200:
            self.ask("PUT", path, {"message": message, "syntax": "plain"}, {"If-Match": headers["etag"]})

    def publish(self):
        at = f"/v1/catalogs/{MIDDLE}"
        status, headers = self.ask("POST", f"{at}/releases", {"acceptBreaking": True})
        status, channel = self.ask("GET", f"{at}/channels/production") if status == 201 else (status, {})
        if status == 200:
            release = int(headers["location"].rsplit("/", 1)[1]) if "location" in headers else None
            release = release or self.service.read(f"{at}/releases?limit=1")["releases"][0]["release"]
            self.ask("PUT", f"{at}/channels/production", {"release": release}, {"If-Match": channel["etag"]})


class Resources:
    """Heap after a full collection in MiB, threads and descriptors."""

    def __init__(self, name, service):
        process = pathlib.Path(f"/proc/{service.process.pid}")
        self.name, self.heap = name, service.full_collection()
        self.threads = int(re.search(r"Threads:\s+(\d+)", (process / "status").read_text()).group(1))
        self.descriptors = len(os.listdir(process / "fd"))
        print(f"| {name} | {self.heap:.1f} | {self.threads} | {self.descriptors} |", flush=True)


def soak(service, minutes):
    end = time.monotonic() + 60 * minutes
    probe, editor, findings = ProbeProcess(service, READS_A_SECOND), Editor(service), []
    print("| when | MiB of heap | threads | descriptors |\n|---|---|---|---|", flush=True)
    try:
        editor.start()
        time.sleep(60)
        minute = Resources("after a minute", service)
        first, rounds = None, 0
        while time.monotonic() < end - LAST_CALM_SECONDS:
            findings += attack_in_turn(service, end - LAST_CALM_SECONDS, rounds == 0)
            rounds += 1
            if first is None:
                time.sleep(LAST_CALM_SECONDS)
                first = Resources("after the first round", service)
        time.sleep(max(0.0, end - time.monotonic()))
        last = Resources("at the end", service)
        editor.stopped = True
        editor.join(60)
        reads = probe.take()
    finally:
        probe.stop()
    print(f"{reads['reads']:,} reads, {reads['failed']:,} failed, p99 {reads['p99']:.0f} ms; edits: {counted(editor.answers)}; {rounds} rounds")
    if reads["failed"]:
        findings.append(f"{reads['failed']:,} reads failed: {'; '.join(reads['examples'])}")
    if last.heap > HEAP_GROWTH * minute.heap:
        findings.append(f"the heap has grown by {last.heap / minute.heap - 1:.1%} since the first minute")
    for name in ("threads", "descriptors"):
        before, after = getattr(first, name), getattr(last, name)
        if after > before + POOLED:
            findings.append(f"{after - before} more {name}")
    return findings + editor.wrong


def attack_in_turn(service, end, first):
    """Runs each attack that leaves the service running. Returns their findings, those about sign-ins for the first round only."""
    findings = []
    for attack in ATTACKS:
        if attack.probed and time.monotonic() < end:
            target = Target(service, MIDDLE, True, attack.quick_seconds)
            try:
                with time_limit(60 + 3 * attack.quick_seconds):
                    attack.run(target)
            except (OSError, RuntimeError, Overdue) as e:
                if not str(e).startswith("503 "):
                    target.findings.append(f"{type(e).__name__}: {e}")
            if first or attack.name not in LOCKING:
                findings += [f"{attack.name}: {it}" for it in target.findings]
            service.ended()
            time.sleep(CALM_SECONDS)
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--xmx", default="256m", help="the heap of the service")
    parser.add_argument("--work", type=pathlib.Path, help="a folder that keeps the prepared catalogs for later runs")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    allow_many_connections()
    with tempfile.TemporaryDirectory(prefix="parlance-soak-") as folder:
        folder = pathlib.Path(folder).resolve()
        service = Service(Catalogs(options.work or folder).copy(MIDDLE, folder / "service"), [f"-Xmx{options.xmx}"])
        try:
            service.await_catalogs()
            findings = soak(service, options.minutes)
        finally:
            service.stop()
    if findings:
        sys.exit("\n".join(sorted(set(findings))))


if __name__ == "__main__":
    main()
