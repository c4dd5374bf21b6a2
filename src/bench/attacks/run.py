#!/usr/bin/env python3
"""Attacks the packaged service on loopback, and measures the effect on other clients.

    mvn -DskipTests package && mvn -Pattacks verify        or src/bench/attacks/run.py with the options below

Needs Linux and Python 3.11. Each attack has its own service with default settings, without a proxy, and ends by itself. A probe
sends 500 reads a second, half of them for bundles it already has and half for messages. While an attack runs and in the 5 seconds after
it, no read may fail, 99 % must be answered within 250 ms, the process must stay live, and its resident memory must stay below 1.5 times
the value before the attack. The exit status is 1 if a requirement is missed or an attack has another finding.
--quick: each attack takes some seconds, on one service; only failures and wrong answers count, not times or memory.
"""
import argparse
import contextlib
import json
import pathlib
import signal
import sys
import tempfile
import time

import accounts  # noqa: F401  (these modules register their attacks)
import answers  # noqa: F401
import bodies  # noqa: F401
import connections  # noqa: F401
import machine  # noqa: F401
from attack import ATTACKS, Target
from catalogs import MIDDLE, Catalogs
from client import allow_many_connections
from probe import ProbeProcess
from service import Service

P99_MILLIS, MEMORY_GROWTH = 250, 1.5
RATE, QUICK_RATE = 500, 100
WARM_UP_SECONDS, CALM_SECONDS, AFTER_SECONDS = 20, 10, 5
COLUMNS = "attack | failed reads: during, after | p99 in ms: calm, during, after | MiB resident: calm, most | result"


class Overdue(Exception):
    """An attack did not end in time."""


@contextlib.contextmanager
def time_limit(seconds):
    def stop(*_):
        raise Overdue(f"stopped after {seconds} s")
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


class Result:
    """The figures of an attack, and every requirement it missed."""

    def __init__(self, attack, target, windows, quick):
        self.attack, self.notes, self.findings = attack, target.notes, list(target.findings)
        self.calm, self.during, self.after = windows or (None, None, None)
        if windows:
            self.judge(quick)

    def judge(self, quick):
        for name, window in (("during", self.during), ("after", self.after)):
            if window["failed"]:
                self.findings.append(f"{window['failed']:,} of {window['reads']:,} reads failed {name}: {'; '.join(window['examples'])}")
            if window["liveness_failed"]:
                self.findings.append(f"not live {window['liveness_failed']} times {name}")
            if not quick and window["p99"] >= P99_MILLIS:
                self.findings.append(f"p99 {window['p99']:.0f} ms {name}")
        if not quick and self.most() >= MEMORY_GROWTH * self.calm["resident"]:
            self.findings.append(f"{self.most() / self.calm['resident']:.1f} times the memory")

    def most(self):
        return max(window.get("resident", 0) for window in (self.during, self.after))

    def row(self):
        figures = ("–", "–", "–")
        if self.calm:
            windows = (self.calm, self.during, self.after)
            figures = (f"{self.during['failed']:,}, {self.after['failed']:,} of {self.during['reads'] + self.after['reads']:,}",
                       ", ".join(f"{it['p99']:.0f}" for it in windows), f"{self.calm.get('resident', 0)}, {self.most()}")
        verdict = "FAIL: " + "; ".join(self.findings) if self.findings else "pass"
        return f"| {self.attack.name} | {' | '.join(figures)} | {verdict} ({'; '.join(self.notes)}) |"

    def json(self):
        return json.dumps({"attack": self.attack.name, "findings": self.findings, "notes": self.notes})


class Runner:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.catalogs = Catalogs(options.work or folder)
        self.service = None

    def run(self, attack):
        service = self.started(attack)
        quick = self.options.quick
        catalog = MIDDLE if quick else attack.catalogs
        seconds = attack.quick_seconds if quick else attack.seconds
        probe, windows = None, None
        try:
            if attack.probed:
                probe = ProbeProcess(service, QUICK_RATE if quick else RATE)
                time.sleep(1 if quick else WARM_UP_SECONDS)
                calm = probe.window(2 if quick else CALM_SECONDS)
            target = Target(service, catalog, quick, seconds)
            try:
                with time_limit(60 + 3 * seconds):
                    attack.run(target)
            except (OSError, RuntimeError, Overdue, TimeoutError) as e:
                target.findings.append(f"{type(e).__name__}: {e}")
            if probe is not None:
                during = probe.take()
                windows = calm, during, probe.window(2 if quick else AFTER_SECONDS)
            result = Result(attack, target, windows, quick)
        finally:
            if probe is not None:
                probe.stop()
        if not quick or result.findings or not attack.probed:
            self.stop()
        return result

    def started(self, attack):
        """Returns a fresh service. In the quick form, a service is reused until an attack has findings."""
        if self.service is None:
            size = MIDDLE if self.options.quick else attack.catalogs
            folder = self.catalogs.copy(size, self.folder / "service")
            self.service = Service(folder, [f"-Xmx{self.options.xmx}"])
            self.service.await_catalogs()
        return self.service

    def stop(self):
        if self.service is not None:
            self.service.stop()
            self.service = None


def chosen(options):
    names = [it.name for it in ATTACKS]
    unknown = [it for it in options.only if it not in names]
    if unknown:
        raise SystemExit(f"No attack is called {', '.join(unknown)}. There are {', '.join(names)}.")
    return [it for it in ATTACKS if not options.only or it.name in options.only]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[], metavar="ATTACK", help="one or more; all by default")
    parser.add_argument("--list", action="store_true", help="print the names of the attacks")
    parser.add_argument("--quick", action="store_true", help="the short form of each attack")
    parser.add_argument("--xmx", default="512m", help="the heap of the service")
    parser.add_argument("--work", type=pathlib.Path, help="a folder that keeps the prepared catalogs for later runs")
    parser.add_argument("--json", action="store_true", help="print a JSON document for each attack instead of a table")
    options = parser.parse_args()
    if options.list:
        print("\n".join(f"{it.name}: {it.does}" for it in ATTACKS))
        return
    attacks = chosen(options)
    # Turns SIGTERM into an exception, so that all processes started are stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))
    allow_many_connections()
    missed = []
    with tempfile.TemporaryDirectory(prefix="parlance-attacks-") as folder:
        runner = Runner(options, pathlib.Path(folder).resolve())
        try:
            runner.catalogs.folder(MIDDLE)
            if not options.json:
                print(f"| {COLUMNS} |\n" + "|---" * (COLUMNS.count("|") + 1) + "|", flush=True)
            for attack in attacks:
                result = runner.run(attack)
                missed += [attack.name] if result.findings else []
                print(result.json() if options.json else result.row(), flush=True)
        finally:
            runner.stop()
    if missed:
        sys.exit(f"Missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
