"""PostgreSQL and replicas of the service, all on the loopback interface of a private network namespace."""
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from waiting import await_  # noqa: E402  (from the folder added above)

BIN = pathlib.Path("/usr/lib/postgresql/15/bin")
JAR = pathlib.Path(__file__).resolve().parents[3] / "target/quarkus-app/quarkus-run.jar"
TOKEN = "faults-faults-faults"
POSTGRES_PORT = 5432


def as_postgres(*command, **options):
    prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--reset-env"]
    return subprocess.run(prefix + [str(it) for it in command], check=True, capture_output=True, text=True, cwd="/", **options).stdout


class Postgres:
    """A PostgreSQL server, administered through its Unix socket, which packet filter rules do not affect.

    The role of the service is not a superuser.
    """

    def __init__(self, folder):
        self.folder = folder
        self.data = folder / "data"
        folder.mkdir()
        shutil.chown(folder, "postgres", "postgres")
        as_postgres(BIN / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C")
        self.start()
        self.sql("create role parlance login", "postgres")
        self.sql("create database parlance owner parlance", "postgres")

    def start(self):
        options = f"-p {POSTGRES_PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        as_postgres(BIN / "pg_ctl", "-D", self.data, "-l", self.folder / "log", "-o", options, "-w", "start")

    def running(self):
        """Checks the process itself, because the PID file survives a kill."""
        try:
            return alive(int((self.data / "postmaster.pid").read_text().split()[0]))
        except FileNotFoundError:
            return False

    def stop(self):
        as_postgres(BIN / "pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def kill(self):
        """Kills the postmaster and all of its children with SIGKILL."""
        postmaster = int((self.data / "postmaster.pid").read_text().split()[0])
        # A stopped postmaster forks no further children.
        os.kill(postmaster, signal.SIGSTOP)
        children = pathlib.Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
        family = [postmaster] + [int(child) for child in children]
        for pid in family:
            os.kill(pid, signal.SIGKILL)
        await_("death of PostgreSQL", 10, lambda: not any(alive(pid) for pid in family))
        # PostgreSQL would mistake a zombie, whose PID is in these files, for a running server.
        for lock in (self.data / "postmaster.pid", self.folder / f".s.PGSQL.{POSTGRES_PORT}.lock"):
            lock.unlink(missing_ok=True)

    def sql(self, statement, database="parlance"):
        return as_postgres(BIN / "psql", "-h", self.folder, "-p", POSTGRES_PORT, "-v", "ON_ERROR_STOP=1", "-XqAt",
                           database, input=statement).strip()

    def copy(self, database):
        """Dumps the database and restores it under another name."""
        where = ["-h", self.folder, "-p", POSTGRES_PORT]
        as_postgres(BIN / "pg_dump", *where, "-Fc", "-f", self.folder / "dump", "parlance")
        self.sql(f"create database {database} owner parlance", "postgres")
        as_postgres(BIN / "pg_restore", *where, "--exit-on-error", "-d", database, self.folder / "dump")


def alive(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


class Replica:
    """A process of the packaged service with its own ports, log and snapshot folder."""

    def __init__(self, folder, number, database="parlance"):
        self.port, self.management = 8000 + number, 9000 + number
        self.database = database
        self.snapshots = folder / f"snapshots-{number}"
        self.log = folder / f"replica-{number}.log"
        self.process = None

    def start(self):
        environment = dict(
            os.environ, QUARKUS_DATASOURCE_JDBC_URL=f"jdbc:postgresql://127.0.0.1:{POSTGRES_PORT}/{self.database}",
            QUARKUS_DATASOURCE_USERNAME="parlance", QUARKUS_HTTP_HOST="127.0.0.1", QUARKUS_HTTP_PORT=str(self.port),
            QUARKUS_MANAGEMENT_HOST="127.0.0.1", QUARKUS_MANAGEMENT_PORT=str(self.management),
            PARLANCE_SNAPSHOTS_FOLDER=str(self.snapshots), PARLANCE_ADMIN_TOKEN=TOKEN)
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(["java", "-Xmx192m", "-jar", JAR], env=environment, stdout=log, stderr=log)
        return self

    def kill(self):
        self.process.kill()
        self.process.wait()

    def running(self):
        return self.process.poll() is None

    def processor(self):
        """Returns the CPU seconds since the start, which other load on the machine does not distort, unlike elapsed time."""
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def ask(self, method, path, body=None, headers=None, port=None):
        """Returns (status, headers, body). The status is 0 if there is no response."""
        return self.ask_raw(method, path, None if body is None else json.dumps(body), headers, port)

    def ask_raw(self, method, path, body, headers=None, port=None, timeout=30):
        """Sends a body as it is, otherwise like ask."""
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=timeout)
        try:
            connection.request(method, path, body, {
                "Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        except OSError:
            return 0, {}, b""
        finally:
            connection.close()

    def live(self):
        return self.ask("GET", "/q/health/live", port=self.management)[0] == 200

    def ready(self):
        return self.ask("GET", "/q/health/ready", port=self.management)[0] == 200

    def await_ready(self):
        return await_(f"readiness of {self.port}", 120, self.ready)

    def release(self):
        """Returns the release of the served bundle, and the seconds of staleness reported with it."""
        status, headers, _ = self.ask("GET", "/v1/catalogs/exchange/bundles/en")
        return (int(headers["Parlance-Release"]), int(headers.get("Parlance-Stale", 0))) if status == 200 else (0, 0)

    def logged(self, text):
        return text in self.log.read_text(encoding="utf-8", errors="replace")


def edit(postgres, times=1):
    """Edits random texts with SQL, updating rows in the same order as the service, the catalog row first."""
    postgres.sql(f"""
        begin;
        update catalog set revision = revision + {times} where name = 'exchange';
        with picked as (select key, locale from message_text where catalog = 'exchange' and key not in ('-1015', '-1130')
                        order by random() limit {times}),
             changed as (update message_text as text set message
                            = regexp_replace(message, ' <[0-9a-f]+>$', '') || ' <' || left(md5(random()::text), 8) || '>'
                        from picked
                        where text.catalog = 'exchange' and (text.key, text.locale) = (picked.key, picked.locale) returning text.locale)
        update catalog_locale set revision = (select revision from catalog where name = 'exchange')
        where catalog = 'exchange' and locale in (select locale from changed);
        commit""")


def publish(postgres, replica, edits=1):
    """Edits texts, then publishes a release through this replica. Returns its number and the time of the response."""
    edit(postgres, edits)
    status, _, body = replica.ask("POST", "/v1/catalogs/exchange/releases", {"acceptBreaking": True})
    if status != 201:
        raise RuntimeError(f"not cut: {status} {body.decode()}")
    release = json.loads(body)["release"]["release"]
    return release, point(replica, release)


def point(replica, release):
    channel = "/v1/catalogs/exchange/channels/production"
    _, headers, _ = replica.ask("GET", channel)
    status, _, body = replica.ask("PUT", channel, {"release": release}, {"If-Match": headers["ETag"]})
    if status != 200:
        raise RuntimeError(f"not pointed: {status} {body.decode()}")
    return time.monotonic()


def reaches(replicas, release, since, seconds):
    """Returns the seconds until all replicas serve the release."""
    for replica in replicas:
        await_(f"release {release} at {replica.port}", seconds, lambda: replica.release()[0] == release)
    return time.monotonic() - since
