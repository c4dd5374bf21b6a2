"""HTTP/1.1 over plain sockets: clients that send incomplete, malformed or excessive requests and choose their source address."""
import json
import resource
import selectors
import socket
import time

# Every address of 127.0.0.0/8 is local, so attackers and other clients can have different addresses.
CLIENT = "127.0.0.1"
TIMEOUT = 10
LARGEST_ANSWER = 256 << 20


class Broken(Exception):
    """A connection ended without a complete response."""


class Connection:
    """A connection whose every operation has a time-out."""

    def __init__(self, port, source=CLIENT, receive_buffer=None, timeout=TIMEOUT):
        self.socket = socket.socket()
        self.socket.settimeout(timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if receive_buffer is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.buffer = b""
        try:
            self.socket.bind((source, 0))
            self.socket.connect(("127.0.0.1", port))
        except OSError:
            self.socket.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def send(self, data):
        """Sends all bytes, or as many as the server accepts before the time-out. Returns whether all were sent."""
        try:
            self.socket.sendall(data)
            return True
        except OSError:
            return False

    def response(self, body=True):
        """Returns the status, the headers with lower-case names and the body of the next response."""
        head = self.read_until(b"\r\n\r\n").decode("iso-8859-1")
        lines = head.split("\r\n")
        headers = {}
        for name, _, value in (line.partition(":") for line in lines[1:]):
            # Only Set-Cookie may occur more than once.
            known = headers.get(name.lower())
            headers[name.lower()] = value.strip() if known is None else f"{known}\n{value.strip()}"
        status = int(lines[0].split(" ")[1])
        if not body or status in (204, 304) or status < 200:
            return status, headers, b""
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return status, headers, self.chunks()
        if "content-length" in headers:
            return status, headers, self.read_exactly(int(headers["content-length"]))
        raise Broken("a response without a length")

    def chunks(self):
        parts, total = [], 0
        while True:
            size = int(self.read_until(b"\r\n").split(b";")[0], 16)
            part = self.read_exactly(size)
            self.read_exactly(2)
            if size == 0:
                return b"".join(parts)
            total += size
            if total > LARGEST_ANSWER:
                raise Broken(f"a response larger than {LARGEST_ANSWER >> 20} MiB")
            parts.append(part)

    def read_until(self, end):
        while end not in self.buffer:
            self.receive()
        found, self.buffer = self.buffer.split(end, 1)
        return found

    def read_exactly(self, size):
        if size > LARGEST_ANSWER:
            raise Broken(f"a response larger than {LARGEST_ANSWER >> 20} MiB")
        parts, missing = [self.buffer[:size]], size - len(self.buffer)
        self.buffer = self.buffer[size:]
        while missing > 0:
            part = self.socket.recv(min(missing, 1 << 20))
            if not part:
                raise Broken("the connection was closed within a response")
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def receive(self):
        part = self.socket.recv(1 << 16)
        if not part:
            raise Broken("the connection was closed before a response")
        self.buffer += part

    def closed_by_server(self, seconds=0.0):
        """Returns whether the server has closed the connection. Discards what it sent before, and waits this long for the end of it."""
        self.socket.settimeout(seconds)
        try:
            while self.socket.recv(1 << 20):
                pass
            return True
        except (BlockingIOError, TimeoutError):
            return False
        except OSError:
            return True
        finally:
            self.socket.settimeout(TIMEOUT)

    def close(self):
        self.socket.close()


def head(method, path, headers=(), host="127.0.0.1"):
    """Returns the request line and the headers, without the empty line that ends them."""
    return "".join([f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n", *(f"{name}: {value}\r\n" for name, value in headers)]).encode()


def ask(port, method, path, body=None, headers=None, source=CLIENT, timeout=TIMEOUT):
    """Sends one request on its own connection. Returns (status, headers, body); the status is 0 if there is no complete response."""
    fields = dict(headers or {})
    data = b"" if body is None else json.dumps(body).encode()
    if body is not None:
        fields |= {"Content-Type": "application/json", "Content-Length": len(data)}
    try:
        with Connection(port, source, timeout=timeout) as connection:
            connection.send(head(method, path, fields.items()) + b"\r\n" + data)
            return connection.response()
    except (OSError, Broken, ValueError):
        return 0, {}, b""


def timed(port, method, path, **options):
    """Returns the status and the seconds until the complete response."""
    begin = time.monotonic()
    status, _, _ = ask(port, method, path, **options)
    return status, time.monotonic() - begin


def open_connections(port, count, sources, **options):
    """Opens connections, and returns those that the server accepted."""
    opened = []
    for number in range(count):
        try:
            opened.append(Connection(port, sources[number % len(sources)], **options))
        except OSError:
            continue
    return opened


def close_all(connections):
    for connection in connections:
        connection.close()


def allow_many_connections():
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def send_all(connections, data, seconds):
    """Sends the same bytes over all connections at once, as far as the server reads them. Returns the bytes accepted in all."""
    view, deadline, ended = memoryview(data), time.monotonic() + seconds, []
    with selectors.DefaultSelector() as selector:
        for connection in connections:
            connection.socket.setblocking(False)
            selector.register(connection.socket, selectors.EVENT_WRITE, [0])
        while selector.get_map() and time.monotonic() < deadline:
            for key, _ in selector.select(0.2):
                try:
                    key.data[0] += key.fileobj.send(view[key.data[0]:key.data[0] + (1 << 18)])
                except BlockingIOError:
                    continue
                except OSError:
                    selector.unregister(key.fileobj)
                    ended.append(key.data[0])
                    continue
                if key.data[0] == len(view):
                    selector.unregister(key.fileobj)
                    ended.append(key.data[0])
        return sum(ended) + sum(key.data[0] for key in selector.get_map().values())


def download(port, path, headers=(), source=CLIENT, seconds=60):
    """Reads an answer without keeping it. Returns (status, bytes, seconds); the status is 0 if it did not end in time."""
    begin = time.monotonic()
    deadline, total, start = begin + seconds, 0, b""
    try:
        with Connection(port, source, timeout=seconds) as connection:
            connection.send(head("GET", path, [*headers, ("Connection", "close")]) + b"\r\n")
            while time.monotonic() < deadline and total < LARGEST_ANSWER:
                connection.socket.settimeout(max(0.1, deadline - time.monotonic()))
                part = connection.socket.recv(1 << 18)
                if not part:
                    status = int(start[9:12]) if len(start) >= 12 else 0
                    return status, total, time.monotonic() - begin
                start = start or part
                total += len(part)
    except OSError:
        pass
    return 0, total, time.monotonic() - begin
