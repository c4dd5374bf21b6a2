#!/usr/bin/env python3
"""Measures imports of new catalogs, with a heap of 512 MB: the curve over the number of texts.

    mvn -DskipTests package && src/bench/exchange/imports.py [TEXTS… | JAR]

TEXTS is 10000 100000 1000000 by default. Up to 100,000 messages have one locale each ten thousand texts, so a million texts are 100,000
messages in ten locales. Each size is imported into a catalog of its own from a ZIP archive of properties, then imported again, which must
change nothing. Then the catalog is exported, and the export imported, which must change nothing either. At last the import is undone.
Prints seconds, seconds of processor time of the service and its database, texts a second, and the largest heap after a collection, from
the log of the collector, with the largest resident memory. On a shared machine, only the processor time compares.
JAR is a file with properties, such as that of org.keycloak:keycloak-admin-ui, all of which are imported.
"""
import http.client
import io
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile
import time
import zipfile

BENCH = pathlib.Path(__file__).resolve().parents[1]
sys.path += [str(BENCH), str(BENCH / "attacks"), str(BENCH / "http")]
from service import OPERATOR, Service  # noqa: E402  (from the folders added above)

LOCALES = ["en", "de", "fr", "es", "it", "ja", "ko", "pt-BR", "ru", "zh-Hans"]
SIZES = [10_000, 100_000, 1_000_000]
LONGEST = 1800


def archive(messages, locales):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for locale in locales:
            name = "messages.properties" if locale == "en" else f"messages_{locale.replace('-', '_')}.properties"
            files.writestr(name, "".join(f"group{i % 100}.message{i}=Text {i} for {{0}} ({locale})\n" for i in range(messages)))
    return packed.getvalue()


def archive_of(jar):
    """Returns the properties of a JAR file as an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for name in source.namelist():
            if name.endswith(".properties") and "/messages" in name:
                files.writestr(name, source.read(name))
    return packed.getvalue()


def ask(service, method, path, body=None, headers=None):
    """Sends a body as it is, as the operator. Returns (status, headers, body)."""
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=LONGEST)
    try:
        connection.request(method, path, body, {**OPERATOR, **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def send(service, catalog, body):
    """Imports an archive in the background and waits for its end. Returns the answer."""
    status, headers, answer = ask(service, "POST", f"/v1/catalogs/{catalog}/imports?addLocales=true&skipRefused=true", body,
                                  {"Content-Type": "application/zip", "Prefer": "respond-async"})
    if status != 202:
        sys.exit(f"import: {status} {answer[:500]}")
    location = headers["Location"]
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        time.sleep(0.5)
        status, _, answer = ask(service, "GET", location)
        state = json.loads(answer)
        if status == 200 and state["status"] != "running":
            return state
    sys.exit(f"the import takes more than {LONGEST} s")


def largest_heap(log):
    """Returns the megabytes that the largest collection left."""
    return max((int(it) for it in re.findall(r"->(\d+)M\(\d+M\)", log.read_text())), default=0)


def resident(service):
    """Returns the largest resident memory so far, in megabytes."""
    status = pathlib.Path(f"/proc/{service.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024


def processor_seconds(folder):
    """Returns the processor time of all processes that run in a folder, with that of their ended children."""
    ticks = 0
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if pathlib.Path(os.readlink(process / "cwd")).is_relative_to(folder):
                ticks += sum(int(it) for it in (process / "stat").read_text().rsplit(")", 1)[1].split()[11:15])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


class Stopwatch:
    """The seconds of an action, and the processor time meanwhile."""

    def __init__(self, folder):
        self.folder = folder

    def time(self, action):
        begin, used = time.monotonic(), processor_seconds(self.folder)
        result = action()
        self.seconds = time.monotonic() - begin
        self.text = f"{self.seconds:6.1f} s ({processor_seconds(self.folder) - used:.0f} s of processor time)"
        return result


def differences(again, texts):
    """Describes what a repeated import changes; empty if nothing."""
    if again["counts"]["same"] == texts and "revision" not in again:
        return []
    return [f"not the same again: {again['counts']} {again.get('entries', [])[:10]}"]


def measure(body, expected=None):
    """Returns descriptions of all discrepancies."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parlance-imports-"))
    collections = folder / "gc.log"
    service = Service(folder, ["-Xmx512m", f"-Xlog:gc:file={collections}"])
    try:
        service.await_catalogs()
        ask(service, "POST", "/v1/catalogs", json.dumps({"name": "measured", "title": "Measured", "sourceLocale": "en"}).encode(),
            {"Content-Type": "application/json"})
        watch = Stopwatch(folder)
        state = watch.time(lambda: send(service, "measured", body))
        if state["status"] != "done" or expected is not None and state["counts"]["new"] != expected:
            sys.exit(f"not imported: {state}")
        texts = state["counts"]["new"]
        print(f"{texts:>9,} texts: {watch.text}, {texts / watch.seconds:,.0f} texts/s; upload {len(body) / 1e6:.1f} MB; {state['counts']}",
              flush=True)
        faults = differences(watch.time(lambda: send(service, "measured", body)), texts)
        print(f"           again {watch.text}", flush=True)
        status, _, exported = watch.time(lambda: ask(service, "GET", "/v1/catalogs/measured/exports?format=properties"))
        if status != 200:
            sys.exit(f"not exported: {status} {exported[:500]}")
        print(f"           export {watch.text}", flush=True)
        faults += differences(watch.time(lambda: send(service, "measured", exported)), texts)
        print(f"           import of the export {watch.text}", flush=True)
        status, _, answer = watch.time(lambda: ask(service, "POST", state["undo"], b"{}", {"Content-Type": "application/json"}))
        print(f"           undo {watch.text}; heap {largest_heap(collections)} MB; resident {resident(service)} MB", flush=True)
        return faults if status == 200 else [*faults, f"not undone: {status} {answer[:500]}"]
    finally:
        service.stop()
        shutil.rmtree(folder)


def main():
    if len(sys.argv) == 2 and not sys.argv[1].isdigit():
        faults = measure(archive_of(sys.argv[1]))
    else:
        faults = []
        for texts in [int(it) for it in sys.argv[1:]] or SIZES:
            messages = min(texts, 100_000) if texts > 100_000 else max(1, texts // 10)
            faults += measure(archive(messages, LOCALES[:texts // messages]), texts)
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
