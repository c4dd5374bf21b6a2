"""Measures the time from process start to the first bundle, for the service as built and as prepared in the image."""
import os
import shutil
import statistics
import subprocess

from processes import HERE, SMALL, Parlance, free_port

RUNS = 5
FIRST_WITH_AOT_CACHE = 25
IMAGE = HERE.parents[1] / "main/docker"


class Prepared:
    """The service prepared as in the image, with an AOT cache, or a class data sharing archive before JDK 25."""

    def __init__(self, java, number, folder, app):
        self.java, self.app, self.archive = java, app, folder / "prepared"
        aot = number >= FIRST_WITH_AOT_CACHE
        self.reading, self.writing = ("AOTCache", "AOTCacheOutput") if aot else ("SharedArchiveFile", "ArchiveClassesAtExit")
        # The image's options target the image's JVM, so an older JVM may not know them.
        self.passing = [] if aot else ["-XX:+IgnoreUnrecognizedVMOptions"]

    def prepare(self):
        environment = dict(os.environ, PATH=f"{self.java}/bin{os.pathsep}{os.environ['PATH']}", TRAINING_PORT=str(free_port()),
                           TRAINING_OPTIONS=" ".join([*SMALL, *self.passing]))
        subprocess.run([IMAGE / "launcher.sh", self.app], check=True, env=environment)
        subprocess.run([IMAGE / "train.sh", f"-XX:{self.writing}={self.archive}"], check=True, env=environment, cwd=self.app,
                       stdout=subprocess.DEVNULL)
        return self

    def target(self):
        return [f"-XX:{self.reading}={self.archive}", *self.passing, f"@{IMAGE / 'java.options'}", "-jar", str(self.app / "parlance.jar")]


class Start:
    """The median start time in seconds of each variant."""

    def __init__(self, name, goal, seconds):
        self.name, self.goal, self.seconds = name, goal, seconds


class Starts:
    def __init__(self, java, folder, service, database, targets, path):
        self.java, self.folder, self.targets, self.path = java, folder / "starts", targets, path
        self.database = database
        self.snapshots = service.folder / ".parlance/snapshots"

    def measure(self):
        return [Start("s to the first answer, database: plain, prepared", 2.5, [self.typical(it, self.from_database) for it in self.targets]),
                Start("the same, from the file, no database", 1.2, [self.typical(it, self.from_file) for it in self.targets])]

    def typical(self, target, start):
        seconds = []
        for _ in range(RUNS):
            service = start(target)
            seconds.append(service.seconds_to_answer(self.path))
            self.end(service)
        return statistics.median(seconds)

    def end(self, service):
        service.stop()
        shutil.rmtree(service.folder)

    def from_database(self, target):
        return Parlance(self.java, self.folder / "service", jdbc_url=self.database, target=target)

    def from_file(self, target):
        """Starts from the snapshot files; nothing listens at the database address."""
        folder = self.folder / "service"
        shutil.copytree(self.snapshots, folder / ".parlance/snapshots")
        return Parlance(self.java, folder, jdbc_url=f"jdbc:postgresql://127.0.0.1:{free_port()}/none", target=target)


def measure_starts(java, folder, service, database, targets, path):
    return Starts(java, folder, service, database, targets, path).measure()
