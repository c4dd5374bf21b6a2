"""Faults of snapshot files: corruption, torn writes, a full disk, a read-only file system."""
import hashlib
import os
import pathlib
import random
import shutil
import struct
import subprocess
import time

from bench import check
from cluster import point, publish, reaches
from waiting import await_

NAMES = ("exchange.snapshot", "exchange.previous-snapshot")
REJECTED = "Ignoring an unusable snapshot file"
HEADER = struct.Struct(">8sIQ32s")


def whole(path):
    """Returns whether a file is intact, with an independent implementation of the rules of SnapshotFile."""
    content = path.read_bytes()
    magic, version, length, digest = HEADER.unpack_from(content)
    payload = content[HEADER.size:]
    return (magic, version, length) == (b"PARLANCE", 1, len(payload)) and hashlib.sha256(payload).digest() == digest


def two_generations(bench):
    """Creates the snapshot folder of a service after two channel moves. Returns the releases in the current and the previous file."""
    shutil.rmtree(bench.guest.snapshots, ignore_errors=True)
    guest = bench.guest.start()
    guest.await_ready()
    current, previous = (guest.snapshots / name for name in NAMES)
    releases = []
    for _ in range(2):
        before = current.stat().st_ino if current.exists() else None
        release, at = publish(bench.postgres, bench.replicas[0])
        releases.insert(0, release)
        reaches([guest], release, at, 5)
        await_("the file", 10, lambda: current.exists() and current.stat().st_ino != before)
    await_("both files", 10, previous.exists)
    guest.kill()
    return releases


def damages(content, other, times):
    """Yields (name, bytes) pairs that are not valid snapshots of this catalog."""
    for _ in range(times):
        at = random.randrange(len(content))
        yield f"flipped at {at}", content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1:]
        yield f"cut at {at}", content[:at]
        yield f"zeroed from {at}", content[:at] + b"\1" + bytes(len(content) - at - 1)
    yield "empty", b""
    yield "of an older format", content[:11] + b"\0" + content[12:]
    yield "another catalog's", other


def damaged(bench):
    """Fault 11: if the current file is corrupt, the previous one is served; if both are, nothing is."""
    current_release, release = two_generations(bench)
    guest, (current, previous) = bench.guest, (bench.guest.snapshots / name for name in NAMES)
    good, older = current.read_bytes(), previous.read_bytes()
    _, _, right = bench.replicas[0].ask("GET", f"/v1/catalogs/exchange/releases/{release}/bundles/ja")
    other = (guest.snapshots / "parlance.snapshot").read_bytes()
    bench.postgres.kill()
    tried = 0
    for name, content in damages(good, other, 3 if bench.quick else 10):
        current.write_bytes(content)
        previous.write_bytes(older)
        guest.start()
        guest.await_ready()
        check(f"{name}: rejection is logged", guest.logged(REJECTED))
        status, headers, body = guest.ask("GET", "/v1/catalogs/exchange/bundles/ja")
        check(f"{name}: the previous release {release} of {current_release}", headers["Parlance-Release"] == str(release))
        check(f"{name}: its very bytes", status == 200 and body == right)
        guest.kill()
        tried += 1
    current.write_bytes(good[:-1])
    previous.write_bytes(older[:-1])
    guest.start()
    await_("liveness", 30, guest.live)
    check("nothing left to serve is a 503", guest.ask("GET", "/v1/catalogs/exchange/bundles/ja")[0] == 503 and not guest.ready())
    bench.postgres.start()
    guest.await_ready()
    guest.kill()
    return None, bench.recovered(), f"{tried} damages, wrong bytes served: 0"


def killed_while_saving(bench):
    """Fault 12: the service is killed while it saves a release to its file."""
    one, two = two_generations(bench)
    guest, current = bench.guest, bench.guest.snapshots / NAMES[0]
    torn, caught, kills = 0, 0, 10 if bench.quick else 100
    for kill in range(kills):
        guest.start()
        guest.await_ready()
        # Ready means that the file is loaded. Polling, and therefore saving, starts a little later.
        await_("the guest's database", 60, lambda: guest.logged("Catalog exchange"))
        torn += guest.logged(REJECTED)
        point(bench.replicas[0], (two, one)[kill % 2])
        pounce(guest.snapshots)
        time.sleep(random.choice((0, 0, random.uniform(0, 0.005))))
        guest.kill()
        caught += any(guest.snapshots.glob("*.unfinished-snapshot"))
        torn += sum(not whole(path) for path in guest.snapshots.glob("exchange.*") if path.name in NAMES)
    check(f"no torn file, not {torn}", torn == 0)
    check("a file is left", current.exists() or (guest.snapshots / NAMES[1]).exists())
    return None, None, f"{kills} kills, {caught} of them left an unfinished file; torn: 0"


def pounce(folder):
    """Returns as soon as a save begins, or after 1.5 s. Polls without sleeping, because a save lasts only a few milliseconds."""
    end = time.monotonic() + 1.5
    while time.monotonic() < end and not any(name.endswith(".unfinished-snapshot") for name in os.listdir(folder)):
        pass


class SmallDisk:
    """The snapshot folder of the guest, on a separate file system of 4 MiB."""

    def __init__(self, bench):
        self.bench, self.guest = bench, bench.guest
        self.current = self.guest.snapshots / NAMES[0]

    def __enter__(self):
        shutil.rmtree(self.guest.snapshots, ignore_errors=True)
        self.guest.snapshots.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", self.guest.snapshots], check=True)
        self.guest.start()
        self.guest.await_ready()
        await_("the first file", 10, self.current.exists)
        return self

    def __exit__(self, *_):
        self.guest.kill()
        subprocess.run(["umount", self.guest.snapshots], check=True)

    def goes_on(self, hinder, allow):
        """Verifies that the service serves from memory and keeps its old file until it can write again."""
        time.sleep(2)
        hinder()
        before = self.current.read_bytes()
        worst = self.bench.moves(5, [*self.bench.replicas, self.guest])
        await_("a warning", 10, lambda: self.guest.logged("cannot be written"))
        check("the old file is what it was", self.current.read_bytes() == before and whole(self.current))
        check("one warning is enough", self.guest.log.read_text(encoding="utf-8").count("cannot be written") <= 2)
        allow()
        seconds = await_("the new file", 60, lambda: self.current.exists() and self.current.read_bytes() != before)
        check("the new file is whole", whole(self.current))
        return worst, seconds, "served from memory, warned, old file intact; T until the file is new"


def full(bench):
    """Fault 13, first part: a full disk."""
    with SmallDisk(bench) as disk:
        filler = pathlib.Path(disk.guest.snapshots / "filler")

        def fill():
            subprocess.run(["dd", "if=/dev/zero", f"of={filler}", "bs=4k"], check=False, capture_output=True)
        return disk.goes_on(fill, filler.unlink)


def read_only(bench):
    """Fault 13, second part: a file system that has become read-only."""
    with SmallDisk(bench) as disk:
        def remount(how):
            subprocess.run(["mount", "-o", f"remount,{how}", disk.guest.snapshots], check=True)
        return disk.goes_on(lambda: remount("ro"), lambda: remount("rw"))
