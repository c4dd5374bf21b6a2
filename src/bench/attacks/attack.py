"""The list of attacks, and the objects that they use and report to."""
import dataclasses
import threading
import time
from collections import Counter

from catalogs import MIDDLE
from client import CLIENT, ask

# Attackers have their own addresses, so that limits by address do not affect other clients.
ATTACKERS = [f"127.0.1.{number}" for number in range(1, 11)]
ATTACKS = []
INTENDED_REJECTIONS = (429, 503)


@dataclasses.dataclass
class Attack:
    name: str
    does: str
    run: object
    seconds: int
    quick_seconds: int
    catalogs: str
    probed: bool


def attack(does, seconds, quick_seconds=8, catalogs=MIDDLE, probed=True):
    """Registers a function as an attack under its own name.

    :param seconds: roughly how long it takes in its full form; it is stopped after three times as long and a minute
    :param probed: whether other clients read during the attack; false if the attack stops the service
    """
    def register(function):
        ATTACKS.append(Attack(function.__name__.replace("_", "-"), does, function, seconds, quick_seconds, catalogs, probed))
        return function
    return register


class Target:
    """The attacked service. Findings are violated expectations, notes are figures of interest."""

    def __init__(self, service, catalog, quick, seconds):
        self.service, self.catalog, self.quick, self.seconds = service, catalog, quick, seconds
        self.findings, self.notes = [], []
        self.end = time.monotonic() + seconds

    @property
    def port(self):
        return self.service.port

    def expect(self, holds, finding):
        if not holds and finding not in self.findings:
            self.findings.append(finding)

    def note(self, text):
        self.notes.append(text)

    def running(self):
        return time.monotonic() < self.end

    def in_parallel(self, count, action):
        """Calls the action with 0, 1, … on a thread each. Returns their results in this order."""
        results = [None] * count

        def call(number):
            results[number] = action(number)
        threads = [threading.Thread(target=call, args=(number,), daemon=True) for number in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results


class Client:
    """Another client of the service, whose requests must be answered during an attack."""

    # In the quick form, a slow response is not a finding, but a missing one is.
    QUICK_SECONDS = 8

    def __init__(self, target, what, seconds, statuses):
        self.target, self.what, self.statuses = target, what, statuses
        self.limit = self.QUICK_SECONDS if target.quick else seconds
        self.answers, self.slowest = Counter(), 0.0

    def ask(self, method, path, body=None, headers=None, source=CLIENT):
        begin = time.monotonic()
        status, fields, _ = ask(self.target.port, method, path, body, headers, source, timeout=self.QUICK_SECONDS)
        self.slowest = max(self.slowest, time.monotonic() - begin)
        self.answers[status] += 1
        return status, fields

    def report(self):
        self.target.note(f"{self.what}: {counted(self.answers)} within {self.slowest:.1f} s")
        others = {status: count for status, count in self.answers.items() if status not in self.statuses}
        self.target.expect(not others, f"{self.what}: {counted(others)} of {sum(self.answers.values())}")
        self.target.expect(self.slowest <= self.limit, f"{self.what}: waited {self.slowest:.1f} s")


def counted(statuses):
    """Returns counts of statuses as text."""
    return ", ".join(f"{count:,} × {status or 'no answer'}" for status, count in sorted(statuses.items()))
