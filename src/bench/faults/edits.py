#!/usr/bin/env python3
"""Kills the service and its database during edits: no acknowledged edit may be lost, and none may be partial or duplicated.

    mvn -DskipTests package && src/bench/faults/edits.py [--quick]

Requires root, Debian, postgresql-15 and iproute2. Runs in its own network namespace. Clients edit a few texts over HTTP, each edit with a
unique text. Meanwhile the service is killed (SIGKILL) 50 times, each time at most 50 ms after an edit was sent, and then PostgreSQL 20
times. Each request is logged with its response. Afterwards the log is compared with the history of the catalog and its current texts.
Finally the database is dumped and restored: a service on the copy must have the same draft, history and releases.
--quick: 5 kills of the service and 3 of PostgreSQL.
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from cluster import Postgres, Replica
from waiting import await_

CLIENTS, TEXTS = 4, 3
LOCALE = "de"
CATALOG = "/v1/catalogs/exchange"


class Client(threading.Thread):
    """A client that repeatedly reads a text, changes it, and logs the response."""

    def __init__(self, number, replica, keys, sent):
        super().__init__(daemon=True)
        self.number, self.replica, self.keys, self.sent = number, replica, keys, sent
        self.log, self.stopped = [], False

    def run(self):
        while not self.stopped:
            key = random.choice(self.keys)
            path = f"{CATALOG}/messages/{key}/texts/{LOCALE}"
            status, headers, _ = self.replica.ask("GET", path)
            if status != 200:
                time.sleep(0.05)
                continue
            words = f"{self.number}.{len(self.log)}"
            self.sent.set()
            status, _, body = self.replica.ask("PUT", path, {"message": words, "syntax": "plain", "state": "draft"},
                                               {"If-Match": headers["ETag"]})
            self.log.append((key, words, status, json.loads(body).get("code") if body and status >= 400 else None))


def kill(times, sent, victim, revive):
    for _ in range(times):
        sent.clear()
        sent.wait(30)
        time.sleep(random.uniform(0, 0.05))
        victim()
        revive()
        time.sleep(2)


def pages(replica, path, items):
    """Returns all items of a paginated list."""
    found, cursor = [], ""
    while True:
        status, _, body = replica.ask("GET", f"{path}{cursor}")
        if status != 200:
            raise RuntimeError(f"{path}: {status} {body.decode()}")
        page = json.loads(body)
        found += page[items]
        if "next" not in page:
            return found
        cursor = f"&cursor={page['next']}"


def faults_of(replica, keys, log):
    """Returns descriptions of all discrepancies."""
    faults, written = [], {}
    for key in keys:
        changes = pages(replica, f"{CATALOG}/changes?key={key}&locale={LOCALE}&limit=500", "changes")[::-1]
        for before, after in zip(changes, changes[1:]):
            if after["version"] != before["version"] + 1 or after["before"] != before["after"] or after["revision"] <= before["revision"]:
                faults.append(f"{key}: version {after['version']} does not follow {before['version']}")
        for change in changes:
            written.setdefault(change["after"]["text"]["message"], []).append(key)
        _, _, body = replica.ask("GET", f"{CATALOG}/messages/{key}/texts/{LOCALE}")
        text, last = json.loads(body), changes[-1]
        if text["version"] != last["version"] or text["message"] != last["after"]["text"]["message"]:
            faults.append(f"{key}: the text differs from its last change")
    for key, words, status, code in log:
        found = written.get(words, [])
        if len(found) > 1:
            faults.append(f"{words}: written {len(found)} times")
        if status in (200, 201) and found != [key]:
            faults.append(f"{words}: acknowledged, but not in the history")
        if status not in (0, 200, 201) and code != "outcome-unknown" and found:
            faults.append(f"{words}: rejected with {status}, but in the history")
        if status not in (0, 200, 201, 412, 503):
            faults.append(f"{words}: answered {status} {code}")
    return faults


def state(replica):
    """Returns the complete state of the catalog: draft, releases, changes and texts."""
    draft = json.loads(replica.ask("GET", f"{CATALOG}/draft")[2])
    return {"draft": draft, "releases": pages(replica, f"{CATALOG}/releases?limit=100", "releases"),
            "changes": pages(replica, f"{CATALOG}/changes?limit=500", "changes"),
            **{it["locale"]: pages(replica, f"{CATALOG}/draft/messages?limit=500&locale={it['locale']}", "messages") for it in draft["locales"]}}


def faults_of_copy(postgres, folder, replica):
    postgres.copy("restored")
    copy = Replica(folder, 2, "restored").start()
    try:
        copy.await_ready()
        await_("synchronised catalogs", 60, lambda: copy.logged("Catalog exchange"))
        before, after = state(replica), state(copy)
        print(f"restored: {len(before['changes']):,} changes, {sum(len(it) for name, it in before.items() if name != 'draft'):,} entries in all")
        return [f"restored: {name} is not what it was" for name in before if before[name] != after.get(name)]
    finally:
        copy.kill()


def run(folder, quick):
    postgres, replica = Postgres(folder / "postgres"), Replica(folder, 1)
    try:
        replica.start().await_ready()
        await_("synchronised catalogs", 60, lambda: replica.logged("Catalog exchange"))
        _, _, body = replica.ask("GET", f"{CATALOG}/draft/messages?locale={LOCALE}&limit={TEXTS}")
        keys = [it["key"] for it in json.loads(body)["messages"]]
        sent = threading.Event()
        clients = [Client(number, replica, keys, sent) for number in range(CLIENTS)]
        for client in clients:
            client.start()

        def revive():
            replica.start().await_ready()
        kill(5 if quick else 50, sent, replica.kill, revive)
        kill(3 if quick else 20, sent, postgres.kill, postgres.start)
        await_("edits as before", 60, lambda: replica.ask("GET", f"{CATALOG}/draft")[0] == 200)
        time.sleep(2)
        for client in clients:
            client.stopped = True
        for client in clients:
            client.join(60)
        log = [line for client in clients for line in client.log]
        counts = {name: sum(1 for line in log if condition(line)) for name, condition in {
            "acknowledged": lambda it: it[2] in (200, 201), "refused": lambda it: it[2] == 412 or it[2] == 503 and it[3] != "outcome-unknown",
            "unknown": lambda it: it[2] == 0 or it[3] == "outcome-unknown"}.items()}
        faults = faults_of(replica, keys, log)
        print(f"{len(log):,} edits: " + ", ".join(f"{count:,} {name}" for name, count in counts.items()) + f"; faults: {len(faults)}")
        return faults + faults_of_copy(postgres, folder, replica)
    finally:
        if replica.process is not None and replica.running():
            replica.kill()
        if postgres.running():
            postgres.stop()


def main():
    if os.geteuid() != 0 or any(it != "--quick" for it in sys.argv[1:]):
        sys.exit(__doc__)
    if "PARLANCE_FAULTS_INSIDE" not in os.environ:
        command = ["unshare", "--net", sys.executable, *sys.argv]
        sys.exit(subprocess.run(command, env={**os.environ, "PARLANCE_FAULTS_INSIDE": "1"}, check=False).returncode)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parlance-edits-"))
    folder.chmod(0o755)
    faults = run(folder, "--quick" in sys.argv)
    if faults:
        sys.exit("\n".join(faults[:20]) + f"\nLogs: {folder}")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
