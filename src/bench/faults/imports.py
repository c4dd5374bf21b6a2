#!/usr/bin/env python3
"""Kills the service during imports: each import is stored whole or not at all, and a repeated request imports once.

    mvn -DskipTests package && src/bench/faults/imports.py [--quick]

Requires root, Debian, postgresql-15 and iproute2. Runs in its own network namespace. Each of 20 rounds sends a file with new texts and an
idempotency key, kills the service (SIGKILL) at a random moment of the import, starts it again and counts the texts: none or all. The same
request is then repeated until it is answered, twice: there is one revision with its texts, and both answers name it.
--quick: 3 rounds.
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

CATALOG = "/v1/catalogs/kills"
MESSAGES = 5000
ROUNDS, QUICK_ROUNDS = 20, 3
LONGEST_IMPORT = 120


def send(replica, round_number):
    """Sends the file of a round. Returns (status, answer)."""
    lines = "".join(f"round{round_number}.m{i}=Text {i} of round {round_number}\n" for i in range(MESSAGES))
    status, _, body = replica.ask_raw("POST", f"{CATALOG}/imports?file=messages.properties", lines.encode(),
                                      {"Idempotency-Key": f"round-{round_number}", "Content-Type": "text/plain"})
    return status, json.loads(body) if body else {}


def count(postgres, round_number):
    return int(postgres.sql(f"select count(*) from message_text where catalog = 'kills' and key like 'round{round_number}.%'"))


def revisions(postgres, round_number):
    return int(postgres.sql(f"select count(distinct revision) from change where catalog = 'kills' and key like 'round{round_number}.%'"))


def answer(replica, round_number):
    """Repeats a request until it has an answer."""
    end = time.monotonic() + LONGEST_IMPORT
    while time.monotonic() < end:
        status, body = send(replica, round_number)
        if status == 200:
            return body
        time.sleep(0.5)
    raise TimeoutError(f"no answer to round {round_number}")


def play(postgres, replica, round_number, longest):
    """Plays a round. Returns descriptions of all discrepancies."""
    client = threading.Thread(target=send, args=(replica, round_number), daemon=True)
    client.start()
    time.sleep(random.uniform(0, longest))
    replica.kill()
    client.join(60)
    found = count(postgres, round_number)
    faults = [] if found in (0, MESSAGES) else [f"round {round_number}: {found} of {MESSAGES} texts are stored"]
    replica.start().await_ready()
    first, second = answer(replica, round_number), answer(replica, round_number)
    if first["id"] != second["id"] or first["revision"] != second["revision"]:
        faults.append(f"round {round_number}: two answers to one request")
    if count(postgres, round_number) != MESSAGES or revisions(postgres, round_number) != 1:
        faults.append(f"round {round_number}: {count(postgres, round_number)} texts in {revisions(postgres, round_number)} revisions")
    print(f"round {round_number}: {'whole' if found else 'absent'} after the kill, whole after the repetition")
    return faults


def run(folder, rounds):
    postgres, replica = Postgres(folder / "postgres"), Replica(folder, 1)
    try:
        replica.start().await_ready()
        await_("synchronised catalogs", 120, lambda: replica.logged("Catalog exchange"))
        status, _, body = replica.ask("POST", "/v1/catalogs", {"name": "kills", "title": "Kills", "sourceLocale": "en"})
        if status != 201:
            raise RuntimeError(f"not created: {status} {body.decode()}")
        begin = time.monotonic()
        answer(replica, 0)
        longest = time.monotonic() - begin
        print(f"an import without a kill takes {longest:.1f} s")
        return [fault for number in range(1, rounds + 1) for fault in play(postgres, replica, number, longest)]
    finally:
        replica.kill()
        postgres.stop()


def main():
    if os.geteuid() != 0 or sys.argv[1:] not in ([], ["--quick"]):
        sys.exit(__doc__)
    if "PARLANCE_FAULTS_INSIDE" not in os.environ:
        command = ["unshare", "--net", sys.executable, *sys.argv]
        sys.exit(subprocess.run(command, env={**os.environ, "PARLANCE_FAULTS_INSIDE": "1"}, check=False).returncode)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parlance-imports-"))
    folder.chmod(0o755)
    faults = run(folder, QUICK_ROUNDS if "--quick" in sys.argv else ROUNDS)
    if faults:
        sys.exit("\n".join([*faults, f"Logs: {folder}"]))
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
