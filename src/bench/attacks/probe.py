"""An open-loop client: reads are due at a fixed rate, and their latency is measured from the due time, so that stalls count in full."""
import asyncio
import collections
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import time

CONNECTIONS = 32
TIMEOUT = 5
SAMPLE_SECONDS = 0.2
LIVENESS_SECONDS = 0.5
BUNDLES = [f"/v1/catalogs/exchange/bundles/{locale}" for locale in ("en", "ja", "de", "ar", "ru", "zh-Hant")]
MESSAGES = ["/v1/catalogs/exchange/messages/-1015?locale=ru&arg=3&arg=10s", "/v1/catalogs/exchange/messages/-1130?locale=en&arg=symbol",
            "/v1/catalogs/exchange/messages/-1015?locale=ja&arg=5&arg=10s"]


class Window:
    """The counts of a period."""

    def __init__(self):
        self.millis, self.failed, self.examples = [], 0, []
        self.liveness_failed, self.peaks = 0, collections.Counter()

    def fail(self, example):
        self.failed += 1
        if len(self.examples) < 3 and example not in self.examples:
            self.examples.append(example)

    def report(self):
        # The latency of a failed read is the time-out.
        ordered = sorted(self.millis) + [TIMEOUT * 1000.0] * self.failed or [0.0]
        return {"reads": len(self.millis) + self.failed, "failed": self.failed, "examples": self.examples,
                "p50": ordered[len(ordered) // 2], "p99": ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)], "max": ordered[-1],
                "liveness_failed": self.liveness_failed, **self.peaks}


class Exchange(asyncio.Protocol):
    """A keep-alive connection with one request at a time."""

    def __init__(self, probe):
        self.probe, self.transport, self.data = probe, None, b""
        self.due = self.path = self.deadline = None

    def connection_made(self, transport):
        self.transport = transport

    def read(self, due, path):
        tag = self.probe.tags.get(path)
        condition = f"If-None-Match: {tag}\r\n" if tag else ""
        self.due, self.path, self.deadline = due, path, due + TIMEOUT
        self.transport.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n{condition}\r\n".encode())

    def data_received(self, data):
        self.data += data
        end = self.data.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.data[:end].decode("iso-8859-1")
        status = int(head[9:12])
        length = re.search(r"(?im)^content-length: *(\d+)", head)
        size = int(length.group(1)) if length and status != 304 else 0
        if len(self.data) < end + 4 + size:
            return
        self.data = b""
        due, path, self.due = self.due, self.path, None
        if due is None:
            self.transport.abort()
            return
        tag = re.search(r"(?im)^etag: *(\S+)", head)
        if status == 200 and tag and "/bundles/" in path:
            self.probe.tags[path] = tag.group(1)
        self.probe.completed(self, due, None if status in (200, 304) else f"{path}: {status}")

    def connection_lost(self, exc):
        due, self.due = self.due, None
        self.probe.lost(self, due, f"{self.path}: connection lost ({exc})")


class Probe:
    def __init__(self, port, management, pid, rate):
        self.port, self.management, self.pid, self.rate = port, management, pid, rate
        self.window, self.tags = Window(), {}
        # Connections take turns, so that none reaches the idle time-out of the service.
        self.idle, self.busy, self.queue, self.opening = collections.deque(), set(), collections.deque(), 0

    def completed(self, exchange, due, problem):
        self.busy.discard(exchange)
        self.idle.append(exchange)
        if problem is None:
            self.window.millis.append((time.monotonic() - due) * 1000)
        else:
            self.window.fail(problem)
        self.dispatch()

    def lost(self, exchange, due, problem):
        self.busy.discard(exchange)
        if exchange in self.idle:
            self.idle.remove(exchange)
        if due is not None:
            self.window.fail(problem)

    def dispatch(self):
        now = time.monotonic()
        while self.queue and now > self.queue[0][0] + TIMEOUT:
            _, path = self.queue.popleft()
            self.window.fail(f"{path}: not sent within {TIMEOUT} s")
        while self.queue and self.idle:
            exchange = self.idle.popleft()
            if exchange.transport.is_closing():
                continue
            self.busy.add(exchange)
            exchange.read(*self.queue.popleft())

    async def connect(self):
        self.opening += 1
        try:
            async with asyncio.timeout(TIMEOUT):
                _, exchange = await asyncio.get_running_loop().create_connection(lambda: Exchange(self), "127.0.0.1", self.port)
            self.idle.append(exchange)
            self.dispatch()
        except (OSError, TimeoutError):
            # The reads that find no connection fail by themselves.
            await asyncio.sleep(0.1)
        finally:
            self.opening -= 1

    async def reads(self):
        begin, number, tasks = time.monotonic(), 0, set()
        while True:
            now = time.monotonic()
            while begin + number / self.rate <= now:
                paths = BUNDLES if number % 2 else MESSAGES
                self.queue.append((begin + number / self.rate, paths[number // 2 % len(paths)]))
                number += 1
            self.dispatch()
            for exchange in [it for it in self.busy if now > it.deadline]:
                exchange.due, due = None, exchange.due
                if due is not None:
                    self.window.fail(f"{exchange.path}: no response within {TIMEOUT} s")
                exchange.transport.abort()
                self.busy.discard(exchange)
            while len(self.idle) + len(self.busy) + self.opening < CONNECTIONS:
                task = asyncio.create_task(self.connect())
                tasks.add(task)
                task.add_done_callback(tasks.discard)
                await asyncio.sleep(0)
            await asyncio.sleep(max(0.0, begin + number / self.rate - time.monotonic()))

    async def liveness(self):
        while True:
            await asyncio.sleep(LIVENESS_SECONDS)
            if not await self.live():
                self.window.liveness_failed += 1

    async def live(self):
        try:
            async with asyncio.timeout(TIMEOUT):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.management)
                writer.write(b"GET /q/health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                status = await reader.readline()
                writer.close()
                return b" 200 " in status
        except (OSError, TimeoutError):
            return False

    async def resources(self):
        """Samples resident memory in MiB, threads and descriptors. A process that has ended has none of them."""
        process = pathlib.Path(f"/proc/{self.pid}")
        while True:
            with contextlib.suppress(OSError, AttributeError):
                status = (process / "status").read_text()
                sample = {"resident": int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) // 1024,
                          "threads": int(re.search(r"Threads:\s+(\d+)", status).group(1)),
                          "descriptors": len(os.listdir(process / "fd"))}
                for name, value in sample.items():
                    self.window.peaks[name] = max(self.window.peaks[name], value)
            await asyncio.sleep(SAMPLE_SECONDS)

    async def reports(self):
        reader = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while await reader.readline():
            taken, self.window = self.window, Window()
            print(json.dumps(taken.report()), flush=True)

    async def run(self):
        others = [asyncio.create_task(it()) for it in (self.reads, self.liveness, self.resources)]
        await self.reports()
        for it in others:
            it.cancel()


class ProbeProcess:
    """The probe in a process of its own, so that an attack does not slow down its measurement."""

    def __init__(self, service, rate):
        command = [sys.executable, __file__, *(str(it) for it in (service.port, service.management, service.process.pid, rate))]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def take(self):
        """Returns the counts since they were last taken."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def window(self, seconds):
        self.take()
        time.sleep(seconds)
        return self.take()

    def stop(self):
        self.process.kill()
        self.process.wait()


def main():
    """probe.py PORT MANAGEMENT-PORT PID RATE: each line on standard input prints the counts since the previous line, as JSON."""
    asyncio.run(Probe(*map(int, sys.argv[1:5])).run())


if __name__ == "__main__":
    main()
