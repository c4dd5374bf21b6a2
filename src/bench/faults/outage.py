"""Faults in which the database is unavailable, or is restored from a copy."""
import hashlib
import json
import random
import shutil
import subprocess
import time

from bench import Broken, REPLICAS, check
from cluster import Replica, publish, reaches
from waiting import await_

READY_SECONDS = 5
NORMAL_SECONDS = 5
EDITS, RELEASES = 1000, 20


def normal(bench):
    seconds = bench.recovered()
    check(f"all is normal {NORMAL_SECONDS} s after the database is back, not {seconds:.1f}", seconds <= NORMAL_SECONDS)
    return seconds


def calm(bench):
    """No fault: failures here are due to the machine."""
    worst = bench.moves(5)
    time.sleep(5)
    return worst, None, "no fault: what the machine itself takes"


def killed(bench):
    """Fault 1: kill -9 of PostgreSQL."""
    bench.postgres.kill()
    slowest = bench.endure(bench.outage)
    bench.postgres.start()
    return None, normal(bench), f"writes rejected in {slowest:.1f} s at most"


def started_with_file(bench):
    """Fault 9: a start without the database, but with a snapshot file."""
    guest = bench.guest.start()
    guest.await_ready()
    release, at = publish(bench.postgres, guest)
    reaches([guest], release, at, 5)
    await_("the file", 10, lambda: (guest.snapshots / "exchange.snapshot").exists())
    # The guest moved the channel itself. Its file must be updated nevertheless.
    time.sleep(3)
    guest.kill()
    bench.postgres.kill()
    guest.start()
    ready = guest.await_ready()
    processor = guest.processor()
    check(f"ready within {READY_SECONDS} s, not {ready:.1f}, of which {processor:.1f} on a processor", ready <= READY_SECONDS)
    check(f"serves release {release}, not {guest.release()[0]}", guest.release()[0] == release)
    time.sleep(6)
    check("reports staleness", guest.release()[1] >= 5)
    slowest = max(bench.rejected_write(guest) for _ in range(3))
    bench.endure(bench.outage - 10)
    bench.postgres.start()
    seconds = bench.recovered([*bench.replicas, guest])
    check(f"normal again within {NORMAL_SECONDS} s, not {seconds:.1f}", seconds <= NORMAL_SECONDS)
    guest.kill()
    return None, seconds, f"ready in {ready:.1f} s with {processor:.1f} s of processors, writes rejected in {slowest:.1f} s"


def started_without_file(bench):
    """Fault 10: a start with neither database nor snapshot file."""
    shutil.rmtree(bench.guest.snapshots, ignore_errors=True)
    bench.postgres.kill()
    guest = bench.guest.start()
    await_("liveness", 30, guest.live)
    end = time.monotonic() + bench.outage
    while time.monotonic() < end:
        check("it runs", guest.running())
        check("it is alive", guest.live())
        check("it is not ready", not guest.ready())
        status, headers, _ = guest.ask("GET", "/v1/catalogs/exchange/bundles/en")
        check(f"a read is a 503 with Retry-After, not {status}", status == 503 and "Retry-After" in headers)
        time.sleep(1)
    bench.postgres.start()
    seconds = bench.recovered([*bench.replicas, guest])
    check("it is ready", guest.ready())
    guest.kill()
    return None, seconds, "alive and not ready all the time, exits: 0"


def edited_for_ever(bench):
    """Verifies that a release keeps its bytes through 1000 edits and 20 releases, on each replica and in a copy of the database."""
    release, at = publish(bench.postgres, bench.replicas[0])
    reaches(bench.replicas, release, at, 5)
    before = digests(bench.replicas[0], release)
    locales = list(before)
    for _ in range(RELEASES):
        publish(bench.postgres, random.choice(bench.replicas), EDITS // RELEASES)
    for replica in bench.replicas:
        check(f"the bytes at {replica.port} are what they were", digests(replica, release) == before)
    latest = digests(bench.replicas[0], release + RELEASES)
    check("the edits are in the last release", all(latest[it] != before[it] for it in locales))
    bench.postgres.copy("restored")
    copy = Replica(bench.folder, REPLICAS + 2, "restored").start()
    try:
        copy.await_ready()
        check("the bytes are the same in the restored database", digests(copy, release) == before)
        check("those of the last release, too", digests(copy, release + RELEASES) == latest)
    finally:
        copy.kill()
    for statement in ("update release set title = ''", "delete from release", "update release_bundle set changed_in = 1",
                      "delete from release_bundle", "update blob set length = 0", "delete from blob"):
        try:
            bench.postgres.sql(statement, "restored")
        except subprocess.CalledProcessError as e:
            check(f"{statement} is rejected: {e.stderr}", "append-only" in e.stderr)
        else:
            raise Broken(f"the restored database takes: {statement}")
    return None, None, f"{EDITS:,} edits, {RELEASES} releases, {len(locales)} bundles each on {REPLICAS} replicas and the copy"


def digests(replica, release):
    """Returns the digests of the delivered bundles by locale, and verifies them against the manifest."""
    _, _, manifest = replica.ask("GET", f"/v1/catalogs/exchange/releases/{release}")
    found = {}
    for bundle in json.loads(manifest)["bundles"]:
        _, _, body = replica.ask("GET", f"/v1/catalogs/exchange/releases/{release}/bundles/{bundle['locale']}")
        found[bundle["locale"]] = hashlib.sha256(body).hexdigest()
        check(f"the manifest names the digest of {bundle['locale']}", found[bundle["locale"]] == bundle["digest"])
    return found
