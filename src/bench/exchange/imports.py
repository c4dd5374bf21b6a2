#!/usr/bin/env python3
"""Measures imports of new catalogs, with a heap of 512 MB: the curve over the number of texts.

    mvn -DskipTests package && src/bench/exchange/imports.py [TEXTS…]

TEXTS is 10000 100000 1000000 by default. Up to 100,000 messages have one locale each ten thousand texts, so a million texts are 100,000
messages in ten locales. Each size is imported into a catalog of its own from a ZIP archive of properties, then imported again, which must
change nothing. Prints seconds, texts a second and the largest heap after a collection, from the log of the collector.
"""
import http.client
import io
import json
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
LONGEST = 900


def archive(messages, locales):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for locale in locales:
            name = "messages.properties" if locale == "en" else f"messages_{locale.replace('-', '_')}.properties"
            files.writestr(name, "".join(f"group{i % 100}.message{i}=Text {i} for {{0}} ({locale})\n" for i in range(messages)))
    return packed.getvalue()


def ask(service, method, path, body=None, headers=None):
    """Sends a body as it is, as the operator. Returns (status, headers, body)."""
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
    try:
        connection.request(method, path, body, {**OPERATOR, **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()


def send(service, catalog, body):
    """Imports an archive in the background and waits for its end. Returns the answer."""
    status, headers, answer = ask(service, "POST", f"/v1/catalogs/{catalog}/imports?addLocales=true", body,
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


def measure(texts):
    messages = min(texts, 100_000) if texts > 100_000 else max(1, texts // 10)
    locales = LOCALES[:texts // messages]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parlance-imports-"))
    collections = folder / "gc.log"
    service = Service(folder, ["-Xmx512m", f"-Xlog:gc:file={collections}"])
    try:
        service.await_catalogs()
        ask(service, "POST", "/v1/catalogs", json.dumps({"name": "measured", "title": "Measured", "sourceLocale": "en"}).encode(),
            {"Content-Type": "application/json"})
        body = archive(messages, locales)
        begin = time.monotonic()
        state = send(service, "measured", body)
        seconds = time.monotonic() - begin
        begin = time.monotonic()
        again = send(service, "measured", body)
        repeated = time.monotonic() - begin
        if state["counts"]["new"] != texts or again["counts"]["same"] != texts or "revision" in again:
            sys.exit(f"not as it should be: {state['status']} {state.get('counts')}, then {again.get('counts')}")
        print(f"{texts:>9,} texts: {seconds:6.1f} s, {texts / seconds:7,.0f} texts/s; again {repeated:6.1f} s; "
              f"heap {largest_heap(collections)} MB; upload {len(body) / 1e6:.1f} MB")
    finally:
        service.stop()
        shutil.rmtree(folder)


def main():
    for texts in [int(it) for it in sys.argv[1:]] or SIZES:
        measure(texts)


if __name__ == "__main__":
    main()
