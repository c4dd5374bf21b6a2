"""The packaged service under attack: default settings, no proxy, and an embedded database in its own folder."""
import json
import os
import pathlib
import re
import subprocess
import sys

import postgres
from client import ask

BENCH = pathlib.Path(__file__).resolve().parents[1]
sys.path += [str(BENCH), str(BENCH / "http")]
from processes import Server, free_port  # noqa: E402  (from the folders added above)
from waiting import await_, stop_process  # noqa: E402

JAR = BENCH.parents[1] / "target/quarkus-app/quarkus-run.jar"
TOKEN = "attacks-attacks-attacks"
OPERATOR = {"Authorization": f"Bearer {TOKEN}"}
LONGEST_START, LONGEST_STOP = 300, 40


class Service(Server):
    """A process of the service. Its folder holds the log and all data, and survives a stop."""

    def __init__(self, folder, jvm, environment=None):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tmp").mkdir(exist_ok=True)
        self.folder, self.management = folder, free_port()
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("QUARKUS_", "PARLANCE_"))}
        variables |= {"PARLANCE_ADMIN_TOKEN": TOKEN, **(environment or {})}
        port = free_port()
        command = ["java", *jvm, f"-Djava.io.tmpdir={folder / 'tmp'}",
                   "-Dquarkus.http.host=127.0.0.1", f"-Dquarkus.http.port={port}",
                   "-Dquarkus.management.host=127.0.0.1", f"-Dquarkus.management.port={self.management}", "-jar", str(JAR)]
        super().__init__(command, port, folder / "service.log", cwd=folder, env=variables)

    def ask(self, method, path, body=None, headers=None, **options):
        """Sends a request as the operator. Returns (status, headers, body)."""
        return ask(self.port, method, path, body, {**OPERATOR, **(headers or {})}, **options)

    def read(self, path, **options):
        """Sends a GET as the operator, and returns the JSON document of the response."""
        status, _, body = self.ask("GET", path, **options)
        if status != 200:
            raise RuntimeError(f"{path}: {status} {body.decode()}")
        return json.loads(body)

    def readiness(self, timeout=5):
        return ask(self.management, "GET", "/q/health/ready", timeout=timeout)[0]

    def await_catalogs(self):
        """Waits until the service is ready and has synchronised the shipped catalogs."""
        await_("readiness", LONGEST_START, lambda: self.readiness() == 200 or self.ended())
        await_("the shipped catalogs", LONGEST_START, lambda: "Catalog exchange: " in self.logged())
        return self

    def ended(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"The service has ended with {self.process.returncode}:\n{self.logged()[-3000:]}")
        return False

    def logged(self, offset=0):
        with open(self.log, "rb") as log:
            log.seek(offset)
            return log.read().decode("utf-8", "replace")

    def log_size(self):
        return self.log.stat().st_size

    def full_collection(self):
        """Collects all garbage and returns the mebibytes of heap that are still used."""
        for _ in range(2):
            self.jcmd("GC.run")
        heap = self.jcmd("GC.heap_info").split("Metaspace")[0]
        return sum(int(it) for it in re.findall(r"used (\d+)K", heap)) / 1024

    def jcmd(self, command):
        return subprocess.run(["jcmd", str(self.process.pid), command], capture_output=True, text=True, check=True, timeout=60).stdout

    def stop(self):
        """Stops the service, or kills it together with its database if it does not end in time."""
        stop_process(self.process, LONGEST_STOP)
        postgres.kill(self.folder)
