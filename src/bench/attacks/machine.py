"""Attacks by other users of the machine, and failures of the environment."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import stat
import time

import postgres
from attack import attack
from catalogs import MIDDLE, edit
from client import Broken, Connection, ask, head
from service import LONGEST_START, Service
from waiting import await_

RESTART_SECONDS = 10
EXIT_SECONDS = 3
OTHERS = stat.S_IRWXG | stat.S_IRWXO
DRAFT = f"/v1/catalogs/{MIDDLE}/draft/messages?limit=1&locale=en"
NOBODY = 65534
# Nothing listens on port 1.
NO_DATABASE = {"QUARKUS_DATASOURCE_JDBC_URL": "jdbc:postgresql://127.0.0.1:1/parlance", "QUARKUS_DATASOURCE_USERNAME": "parlance"}


@attack("connects to the embedded PostgreSQL without a password, runs a program in it, and looks for open files", seconds=10)
def local_user(target):
    folder = target.service.folder
    pid = postgres.postmaster(folder)
    addresses = postgres.addresses(pid)
    for address in addresses:
        for user in ("postgres", "parlance", "root"):
            run_program(target, address, user, folder / "marker")
        target.expect(isinstance(address, str) and private(pathlib.Path(address).parent), f"other users can connect to {address}")
    binary = pathlib.Path(f"/proc/{pid}/exe").resolve()
    target.expect(any(private(it) and it.is_relative_to(folder) for it in binary.parents),
                  f"other users may enter the folder of the programs, {pathlib.Path(binary).parents[1]}")
    writable = [it for it in (binary, *binary.parents) if it.is_relative_to(folder) and it.stat().st_mode & stat.S_IWOTH]
    target.expect(not writable, f"other users may change {', '.join(str(it) for it in writable)}")
    for snapshots in folder.rglob("snapshots"):
        target.expect(private(snapshots), "the folder of the snapshots is open to other users")
        for file in snapshots.iterdir():
            target.expect(private(file), f"the file {file.name} is open to other users")


@attack("opens 100 connections to the embedded PostgreSQL as another user, sends nothing, and ends the service's own connections",
        seconds=20)
def silent_connections(target):
    pid = postgres.postmaster(target.service.folder)
    if os.geteuid() != 0:
        target.note("not run: only root can act as another user")
        return
    with connections_of_another_user(postgres.addresses(pid), 100) as opened:
        target.note(f"{opened} connections opened")
        edit(target.service, MIDDLE, "m-1", "Edited during the attack")
        ended = postgres.end_connections(pid)
        target.note(f"{ended} connections of the service ended")
        target.expect(ended > 0, "the service has no connections to end")
        seconds = await_("a draft", RESTART_SECONDS, lambda: target.service.ask("GET", DRAFT)[0] == 200)
        target.note(f"a draft after {seconds:.1f} s")
        while target.running():
            edit(target.service, MIDDLE, "m-1", f"Edited at {time.monotonic()}")
            time.sleep(0.5)


@contextlib.contextmanager
def connections_of_another_user(addresses, count):
    """Opens connections to each address as another user and holds them. Yields their number.

    The process changes its user after the fork, so the other user needs no access to this script.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            held = [it for address in addresses for it in postgres.silent_connections(address, count)]
            os.write(writing, f"{len(held)}\n".encode())
            time.sleep(600)
        finally:
            os._exit(1)
    os.close(writing)
    try:
        with open(reading, encoding="ascii") as answer:
            yield int(answer.readline())
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def private(path):
    return path.stat().st_mode & OTHERS == 0


def run_program(target, address, user, marker):
    """Expects that the connection or the statement is rejected."""
    try:
        with postgres.PostgresConnection(address, user=user) as connection:
            target.findings.append(f"{user} is connected to {address} without a password")
            connection.sql(f"copy (select 1) to program 'cat > {marker}'")
            target.findings.append(f"{user} runs programs")
    except (OSError, postgres.Refused) as e:
        target.note(f"{user}: {e}")


@attack("kills the embedded PostgreSQL", seconds=25, quick_seconds=15)
def database_killed(target):
    target.expect(target.service.ask("GET", DRAFT)[0] == 200, "no draft before the attack")
    postgres.kill(target.service.folder)
    try:
        seconds = await_("a draft", RESTART_SECONDS, lambda: target.service.ask("GET", DRAFT)[0] == 200)
        target.note(f"a draft after {seconds:.1f} s")
    except TimeoutError:
        target.expect(False, f"no draft within {RESTART_SECONDS} s")


@attack("starts the service with damaged or missing access files and without a database", seconds=60, quick_seconds=40,
        probed=False)
def damaged_permissions(target):
    folder = target.service.folder
    target.service.stop()
    for name, damage in {"damaged": truncate_newest, "missing": remove}.items():
        if target.quick and damage is remove:
            return
        copied = folder.with_name(f"{folder.name}-{name}")
        shutil.rmtree(copied, ignore_errors=True)
        shutil.copytree(folder / ".parlance/snapshots", copied / ".parlance/snapshots")
        damage([it for it in (copied / ".parlance/snapshots").iterdir() if it.is_file() and b'"members"' in it.read_bytes()])
        service = target.service = Service(copied, ["-Xmx256m"], NO_DATABASE)
        try:
            await_("a listener", LONGEST_START, lambda: service.readiness() != 0 or service.ended())
            time.sleep(5)
            examine(target, service, name)
        finally:
            service.stop()


def truncate_newest(files):
    newest = max(files, key=lambda it: it.stat().st_mtime)
    newest.write_bytes(newest.read_bytes()[:-20])


def remove(files):
    for file in files:
        file.unlink()


def examine(target, service, name):
    ready = service.readiness()
    bundle = ask(service.port, "GET", "/v1/catalogs/exchange/bundles/en")[0]
    status, headers, body = ask(service.port, "GET", "/v1/catalogs")
    target.note(f"{name}: readiness {ready}, bundle {bundle}, catalogs {status}")
    target.expect(bundle == 200, f"{name}: a public bundle answers {bundle}")
    target.expect(ready != 200 or bundle == 200, f"{name}: ready, but a public bundle answers {bundle}")
    empty = status == 200 and not json.loads(body)["catalogs"]
    cacheable = "stale-if-error" in headers.get("cache-control", "")
    target.expect(not (empty and cacheable), f"{name}: an empty list of catalogs may be cached")


@attack("stops the service while an event stream is open", seconds=30, quick_seconds=30, probed=False)
def shutdown(target):
    service = target.service
    with Connection(service.port) as stream:
        stream.send(head("GET", "/v1/catalogs/exchange/events", [("Accept", "text/event-stream")]) + b"\r\n")
        stream.read_until(b"\r\n\r\n")
        begin = time.monotonic()
        service.process.send_signal(signal.SIGTERM)
        seen = follow(service, begin)
        seconds = time.monotonic() - begin
        rest = read_rest(stream)
    target.note(f"exit after {seconds:.1f} s; readiness down after {shown(seen['down'])}, first request refused after "
                f"{shown(seen['refused'])}; {seen['bare']} bare 503s of {seen['sent']} requests")
    target.expect(service.process.poll() is not None and seconds <= EXIT_SECONDS, f"exit took {seconds:.1f} s")
    target.expect(seen["bare"] == 0, f"{seen['bare']} requests answered with a 503 that is no problem document")
    target.expect(seen["down"] is not None and (seen["refused"] is None or seen["down"] <= seen["refused"]),
                  "requests were refused before readiness was down")
    target.expect(b"retry:" in rest, "the event stream ended without a retry hint")


def follow(service, begin):
    """Sends requests until the process has ended. Returns counts, and times in seconds since the signal."""
    seen = {"down": None, "refused": None, "bare": 0, "sent": 0}
    while service.process.poll() is None and time.monotonic() - begin < 25:
        if seen["down"] is None and service.readiness(timeout=1) != 200:
            seen["down"] = time.monotonic() - begin
        path = ("/v1/catalogs/exchange/bundles/en", "/v1/catalogs/exchange", "/v1/catalogs/exchange/releases/1")[seen["sent"] % 3]
        status, headers, _ = ask(service.port, "GET", path, timeout=2)
        seen["sent"] += 1
        seen["bare"] += status == 503 and "problem+json" not in headers.get("content-type", "")
        if status != 200 and seen["refused"] is None:
            seen["refused"] = time.monotonic() - begin
        time.sleep(0.02)
    with contextlib.suppress(Exception):
        service.process.wait(0.1)
    return seen


def shown(seconds):
    return "never" if seconds is None else f"{seconds:.2f} s"


def read_rest(stream):
    rest = stream.buffer
    stream.socket.settimeout(2)
    with contextlib.suppress(OSError, Broken):
        while True:
            stream.receive()
            rest = stream.buffer
    return rest
