"""The processes of a measurement (the packaged service, nginx and wrk, all on loopback) and their kernel statistics."""
import configparser
import http.client
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from waiting import stop_process  # noqa: E402  (from the folder added above)

TEMPLATE = HERE.parents[1] / "main/docker/nginx.conf.template"
TICKS = os.sysconf("SC_CLK_TCK")
SERVER_CPU, LOAD_CPU = 0, 1
CONNECTIONS = 32
LONGEST_START = 300
# A training run writes its archive on exit.
LONGEST_STOP = 120
# The JVM chooses these itself in a small container, except for the heap limit of 128 MiB.
SMALL = ["-Xms16m", "-Xmx128m", "-XX:+UseSerialGC"]

# sendfile is off because a single write is cheaper for bodies of a few kilobytes: the faster setting for nginx.
FILES = """daemon off; worker_processes 1; pid nginx.pid; error_log error.log crit;
events { worker_connections 1024; multi_accept on; }
http {
  access_log off; sendfile off; etag on; gzip_static on; gzip_vary on; keepalive_requests 1000000000; open_file_cache max=100;
  types { application/json json; } default_type application/json;
  server {
    listen 127.0.0.1:%d; root www; add_header Cache-Control max-age=5;
    location = /br { alias www/bundle.br; add_header Content-Encoding br; add_header Vary Accept-Encoding; }
    location = /constant { default_type text/plain; return 200 "%s"; }
  }
}"""

CACHE = """daemon off; worker_processes 1; pid nginx.pid; error_log error.log crit;
events { worker_connections 1024; multi_accept on; }
http { access_log off; keepalive_requests 1000000000; include parlance.conf; }"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port, path, headers=None, body=None):
    """Returns the status, the headers with lower-case names, and the body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("POST" if body else "GET", path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


class Server:
    """A server process listening on a port."""

    def __init__(self, command, port, log, **options):
        self.port = port
        self.started = time.perf_counter()
        with open(log, "wb") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, **options)
        self.log = log

    def seconds_to_answer(self, path):
        """Returns the seconds from the start of the process to the first response with status 200."""
        while time.perf_counter() < self.started + LONGEST_START:
            try:
                if get(self.port, path)[0] == 200:
                    return time.perf_counter() - self.started
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.003)
        raise SystemExit(f"No answer from {self.process.args[0]}:\n{pathlib.Path(self.log).read_text()[-3000:]}")

    def pin(self):
        """Pins all threads, and the threads they start, to one processor."""
        for thread in self.threads():
            os.sched_setaffinity(thread, {SERVER_CPU})

    def threads(self):
        return [int(it) for process in self.processes() for it in os.listdir(f"/proc/{process}/task")]

    def processes(self):
        return [self.process.pid]

    def cpu(self):
        """Returns the CPU seconds, user and system."""
        fields = [pathlib.Path(f"/proc/{it}/stat").read_text().rsplit(")", 1)[1].split() for it in self.processes()]
        return sum(int(it[11]) for it in fields) / TICKS, sum(int(it[12]) for it in fields) / TICKS

    def resident(self):
        """Returns the resident memory in MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    def stop(self):
        stop_process(self.process, LONGEST_STOP)


class Nginx(Server):
    def __init__(self, folder, port, configuration):
        (folder / "nginx.conf").write_text(configuration)
        super().__init__(["nginx", "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"], port, folder / "nginx.log")

    @classmethod
    def of_files(cls, folder, constant):
        port = free_port()
        return cls(folder, port, FILES % (port, constant))

    @classmethod
    def as_cache(cls, folder, replica):
        """Starts nginx as the cache in front of replicas, here with a single one."""
        (folder / "cache").mkdir(parents=True)
        folder.chmod(0o755)
        port = free_port()
        parlance = TEMPLATE.read_text()
        for name, value in (("LISTEN", f"127.0.0.1:{port}"), ("CACHE", str(folder / "cache")),
                            ("REPLICAS", f"server 127.0.0.1:{replica.port} max_fails=0;")):
            parlance = parlance.replace("${PARLANCE_%s}" % name, value)
        (folder / "parlance.conf").write_text(parlance)
        return cls(folder, port, CACHE)

    def processes(self):
        """Includes the workers, which do the work."""
        master = self.process.pid
        return [master, *map(int, pathlib.Path(f"/proc/{master}/task/{master}/children").read_text().split())]


class Parlance(Server):
    """The service with the heap of a small container. Without a JDBC URL it starts an embedded database in its folder."""

    def __init__(self, java, folder, jvm=(), jdbc_url=None, target=None):
        folder.mkdir(parents=True, exist_ok=True)
        port = free_port()
        self.folder = folder
        # The setting of the image.
        environment = dict(os.environ, MALLOC_ARENA_MAX="2", PARLANCE_EMBEDDED_FOLDER=str(folder / "embedded"))
        if jdbc_url:
            environment["QUARKUS_DATASOURCE_JDBC_URL"] = jdbc_url
        command = [f"{java}/bin/java", *SMALL, *jvm,
                   "-Dquarkus.http.host=127.0.0.1", f"-Dquarkus.http.port={port}",
                   "-Dquarkus.management.host=127.0.0.1", f"-Dquarkus.management.port={free_port()}", *target]
        super().__init__(command, port, folder / "service.log", cwd=folder, env=environment)

    def jdbc_url(self):
        """Returns the JDBC URL of this service's database, for use by another service."""
        configured = os.environ.get("QUARKUS_DATASOURCE_JDBC_URL")
        if configured:
            return configured
        services = configparser.ConfigParser()
        services.read(self.folder / "embedded/pg_service.conf")
        it = services["parlance"]
        socket_file = urllib.parse.quote(f"{it['host']}/.s.PGSQL.{it['port']}", safe="")
        return (f"jdbc:postgresql://localhost/{it['dbname']}?socketFactory=dev.parlance.embedded.UnixSocketFactory"
                f"&socketFactoryArg={socket_file}&user={it['user']}&password={it['password']}")


def load(server, path, seconds, headers=None, body=None):
    """Returns wrk's count of requests, and the server's CPU microseconds for each request: user, system."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / "load.lua")]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    environment = dict(os.environ, BODY=str(body)) if body else None
    user, system = server.cpu()
    ran = subprocess.run([*command, f"http://127.0.0.1:{server.port}{path}"], capture_output=True, text=True, check=True,
                         env=environment, preexec_fn=lambda: os.sched_setaffinity(0, {LOAD_CPU}))
    after = server.cpu()
    requests, failed = map(int, re.search(r"^RESULT (.*)$", ran.stdout, re.M).group(1).split())
    if failed:
        raise SystemExit(f"{failed} failed requests of {path}")
    return requests, 1e6 * (after[0] - user) / requests, 1e6 * (after[1] - system) / requests
