"""The cluster under load, and the report on each fault."""
import json
import pathlib
import subprocess
import sys
import time

from cluster import Postgres, Replica, publish, reaches
from waiting import await_

RATE = 500
REPLICAS = 3
GUEST = 4
WRITE_SECONDS = 2.5
STALE_AFTER = 5


class Broken(Exception):
    """An expectation is violated."""


def check(what, holds):
    if not holds:
        raise Broken(what)


class Bench:
    def __init__(self, folder, quick):
        self.folder, self.quick = folder, quick
        self.outage = 15 if quick else 60
        self.postgres = Postgres(folder / "postgres")
        self.replicas = [Replica(folder, number) for number in range(1, REPLICAS + 1)]
        # A fourth replica, started and killed by faults. It receives no reads.
        self.guest = Replica(folder, GUEST)
        self.reads = None
        self.rows = []

    def start(self):
        for replica in self.replicas:
            replica.start()
        for replica in self.replicas:
            replica.await_ready()
        await_("synchronised catalogs", 60, lambda: all(it.logged("Catalog exchange") for it in self.replicas))
        reads = pathlib.Path(__file__).with_name("reads.py")
        self.reads = subprocess.Popen([sys.executable, reads, str(RATE), *(str(it.port) for it in self.replicas)],
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        # Excludes the warm-up of the JVMs.
        time.sleep(10)
        print("| fault | reads | F | S | T | slowest read | verdict |\n|---|---|---|---|---|---|---|", flush=True)

    def stop(self):
        if self.reads is not None:
            self.reads.kill()
        for replica in [*self.replicas, self.guest]:
            if replica.process is not None and replica.running():
                replica.kill()
        if self.postgres.running():
            self.postgres.stop()

    def counted(self):
        self.reads.stdin.write("\n")
        self.reads.stdin.flush()
        return json.loads(self.reads.stdout.readline())

    def run(self, name, fault):
        """Runs a fault, which returns (S, T, remark). If S is None, the worst staleness seen by the readers is reported."""
        staleness, normal, remark = None, None, ""
        self.counted()
        try:
            staleness, normal, remark = fault(self)
        except (Broken, TimeoutError, RuntimeError, subprocess.CalledProcessError) as e:
            remark = f"FAIL: {e} {getattr(e, 'stderr', '') or ''}".strip()
        self.restore()
        counted = self.counted()
        failed = counted["failed"] + counted["late"] + counted["wrong"]
        if failed and not remark.startswith("FAIL"):
            remark = f"FAIL: {'; '.join(counted['examples'])}. {remark}"
        verdict = remark if remark.startswith("FAIL") else f"PASS: {remark}"
        shown = [f"{counted['reads']:,}", failed, counted["stale"] if staleness is None else f"{staleness:.1f}",
                 "–" if normal is None else f"{normal:.1f}", f"{counted['slowest']:.2f}"]
        self.rows.append((name, verdict.startswith("PASS")))
        print(f"| {name} | {' | '.join(str(it) for it in shown)} | {verdict} |", flush=True)

    def restore(self):
        """Cleans up after a failed fault."""
        if self.guest.process is not None and self.guest.running():
            self.guest.kill()
        if not self.postgres.running():
            self.postgres.start()
            self.recovered()

    def report(self):
        return [name for name, passed in self.rows if not passed]

    def endure(self, seconds):
        """Verifies throughout an outage of the database that every write is rejected in time. Returns the seconds of the slowest write."""
        slowest, end, number = 0.0, time.monotonic() + seconds, 0
        while time.monotonic() < end:
            replica = self.replicas[number % REPLICAS]
            number += 1
            slowest = max(slowest, self.rejected_write(replica))
            time.sleep(0.5)
        for replica in self.replicas:
            check(f"{replica.port} reports staleness", replica.release()[1] >= STALE_AFTER)
            _, headers, _ = replica.ask("GET", "/v1/catalogs/exchange/messages/-1130?locale=en")
            check(f"{replica.port} reports staleness of a message", int(headers.get("Parlance-Stale", 0)) >= STALE_AFTER)
            check(f"{replica.port} is ready", replica.ready())
        return slowest

    @staticmethod
    def rejected_write(replica):
        begin = time.monotonic()
        status, headers, body = replica.ask("POST", "/v1/catalogs/exchange/releases", {})
        seconds = time.monotonic() - begin
        check(f"a write is a 503, not {status} {body.decode()}", status == 503)
        check("a rejected write has the code database-unavailable", json.loads(body)["code"] == "database-unavailable")
        check("a rejected write has Retry-After", "Retry-After" in headers)
        check(f"a write is rejected within {WRITE_SECONDS} s, not {seconds:.1f}", seconds < WRITE_SECONDS)
        return seconds

    def recovered(self, replicas=None):
        """Returns the seconds until a release can be cut and published, all replicas serve it, and none reports staleness."""
        begin = time.monotonic()
        replicas = replicas or self.replicas

        def written():
            return replicas[0].ask("POST", "/v1/catalogs/exchange/releases?dryRun=true", {})[0] == 200
        await_("a write", 60, written)
        release, at = publish(self.postgres, replicas[0])
        reaches(replicas, release, at, 60)
        await_("freshness", 60, lambda: not any(it.release()[1] for it in replicas))
        return time.monotonic() - begin

    def moves(self, count, replicas=None, seconds=2.5):
        """Publishes releases one after another. Returns the longest time until all replicas served one, in seconds."""
        worst = 0.0
        for _ in range(count):
            release, at = publish(self.postgres, self.replicas[0])
            worst = max(worst, reaches(replicas or self.replicas, release, at, seconds))
        return worst
