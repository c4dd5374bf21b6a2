"""A minimal client of PostgreSQL's protocol, and the embedded PostgreSQL run alone on a stopped service's data folder."""
import contextlib
import os
import pathlib
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
from waiting import stop_process  # noqa: E402  (from the folder added above)

SQL_TIMEOUT = 900
START_SECONDS = 60
# The state in /proc/net/tcp.
TCP_LISTEN = "0A"


class Refused(Exception):
    """The server did not accept the connection without a password, or rejected a statement."""


class PostgresConnection:
    """A connection without a password. The address is a pair of host and port, or the path of a Unix socket."""

    def __init__(self, address, user="postgres", database="postgres", timeout=10):
        self.socket = socket.socket(socket.AF_INET if isinstance(address, tuple) else socket.AF_UNIX)
        self.socket.settimeout(timeout)
        self.buffer = b""
        try:
            self.socket.connect(address)
            parameters = f"user\0{user}\0database\0{database}\0\0".encode()
            self.socket.sendall(struct.pack("!ii", 8 + len(parameters), 196608) + parameters)
            self.until_ready()
        except (OSError, Refused):
            self.socket.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def sql(self, statements):
        """Executes statements, and returns the rows of all of them as tuples of strings."""
        data = statements.encode() + b"\0"
        self.socket.sendall(b"Q" + struct.pack("!i", 4 + len(data)) + data)
        return self.until_ready()

    def until_ready(self):
        rows, error = [], None
        while True:
            kind, data = self.message()
            if kind == b"R" and struct.unpack("!i", data[:4])[0] != 0:
                raise Refused("a password is required")
            if kind == b"E":
                error = next((it[1:].decode() for it in data.split(b"\0") if it[:1] == b"M"), "unknown error")
                if not self.buffer and not self.more():
                    raise Refused(error)
            if kind == b"D":
                rows.append(self.row(data))
            if kind == b"Z":
                if error is not None:
                    raise Refused(error)
                return rows

    @staticmethod
    def row(data):
        columns, at = [], 2
        for _ in range(struct.unpack("!h", data[:2])[0]):
            length, = struct.unpack("!i", data[at:at + 4])
            at += 4
            columns.append(None if length < 0 else data[at:at + length].decode())
            at += max(0, length)
        return tuple(columns)

    def message(self):
        kind = self.exactly(1)
        length, = struct.unpack("!i", self.exactly(4))
        return kind, self.exactly(length - 4)

    def exactly(self, size):
        while len(self.buffer) < size:
            if not self.more():
                raise Refused("the server closed the connection")
        found, self.buffer = self.buffer[:size], self.buffer[size:]
        return found

    def more(self):
        part = self.socket.recv(1 << 16)
        self.buffer += part
        return bool(part)


def silent_connections(address, count):
    """Opens connections that start a session but do not authenticate. Each occupies one of the server's connections."""
    opened = []
    for _ in range(count):
        connection = socket.socket(socket.AF_INET if isinstance(address, tuple) else socket.AF_UNIX)
        try:
            connection.connect(address)
            connection.sendall(struct.pack("!ii", 23, 196608) + b"user\0postgres\0\0")
        except OSError:
            return opened
        opened.append(connection)
    return opened


def postmaster(folder):
    """Returns the pid of the embedded PostgreSQL below this folder, or None if it is not running."""
    for file in folder.rglob("postmaster.pid"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            pid = int(file.read_text().splitlines()[0])
            if str(file.parent).encode() in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes():
                return pid
    return None


def kill(folder):
    """Kills the embedded PostgreSQL below this folder, if it is running. The kernel ends its children."""
    found = postmaster(folder)
    if found is not None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(found, signal.SIGKILL)


def addresses(pid):
    """Returns the addresses on which a process accepts connections: pairs of host and port for TCP, and paths of Unix sockets."""
    process = pathlib.Path(f"/proc/{pid}")
    inodes = {os.readlink(it).removeprefix("socket:[").removesuffix("]") for it in (process / "fd").iterdir()}
    found = []
    for line in (process / "net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[3] == TCP_LISTEN and fields[9] in inodes:
            host, port = fields[1].split(":")
            found.append((socket.inet_ntoa(bytes.fromhex(host)[::-1]), int(port, 16)))
    for line in (process / "net/unix").read_text().splitlines()[1:]:
        fields = line.split()
        if len(fields) > 7 and fields[6] in inodes:
            found.append(str((process / "cwd").resolve() / fields[7]))
    return found


def end_connections(pid):
    """Ends the processes that serve connections. Returns their number."""
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    serving = [int(it) for it in children if pathlib.Path(f"/proc/{it}/cmdline").read_bytes().startswith(b"postgres: parlance ")]
    for it in serving:
        os.kill(it, signal.SIGTERM)
    return len(serving)


@contextlib.contextmanager
def alone(binary, data):
    """Runs PostgreSQL on the data folder of a stopped service, reachable only through a socket in a private folder.

    Yields a connection to the database that has the service's tables.
    """
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parlance-pg-"))
    (folder / "hba").write_text("local all all trust\n")
    # PostgreSQL refuses to run as root. In a user namespace without a mapping, it does not run as root.
    prefix = ["unshare", "-U"] if os.geteuid() == 0 else []
    command = [*prefix, str(binary), "-D", str(data), "-k", str(folder), "-p", "5432", "-c", "listen_addresses=",
               "-c", f"hba_file={folder / 'hba'}", "-c", "fsync=off", "-c", "max_wal_size=4GB"]
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        address = str(folder / ".s.PGSQL.5432")
        with PostgresConnection(address, database=database_of_service(process, address, folder), timeout=SQL_TIMEOUT) as connection:
            yield connection
    finally:
        stop_process(process, START_SECONDS, signal.SIGINT)
        shutil.rmtree(folder)


def database_of_service(process, address, folder):
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with PostgresConnection(address) as connection:
                names = [name for name, in connection.sql("select datname from pg_database where datallowconn and not datistemplate")]
            break
        except (OSError, Refused):
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("PostgreSQL did not start:\n" + (folder / "log").read_text()[-3000:]) from None
            time.sleep(0.1)
    for name in names:
        with PostgresConnection(address, database=name) as connection:
            if connection.sql("select 1 from pg_class where relname = 'catalog_locale'"):
                return name
    raise SystemExit(f"No database of the service among {names}")
