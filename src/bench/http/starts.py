"""How long the service takes from the start of its process to its first bundle: as built, and prepared as the image is."""
import os
import pathlib
import shutil
import statistics

from processes import Parlance, free_port

RUNS = 5
FIRST_WITH_AOT_CACHE = 25


class Start:
    """Seconds, the median of all runs, of each form."""

    def __init__(self, name, goal, seconds):
        self.name, self.goal, self.seconds = name, goal, seconds


class Starts:
    def __init__(self, java, number, folder, service, app, path):
        self.java, self.number, self.folder, self.app, self.path = java, number, folder / "starts", app, path
        self.database = service.jdbc_url()
        self.snapshots = service.folder / ".parlance/snapshots"
        self.archive = self.folder / "prepared"

    def measure(self):
        self.prepare()
        plain, prepared = ["-jar", str(self.app / "quarkus-run.jar")], self.prepared()
        return [Start("s to the first answer, database: plain, prepared", 2.5, [self.typical(it, self.from_database) for it in (plain, prepared)]),
                Start("the same, from the file, no database", 1.2, [self.typical(it, self.from_file) for it in (plain, prepared)])]

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
        """Nobody listens where the database should be."""
        folder = self.folder / "service"
        shutil.copytree(self.snapshots, folder / ".parlance/snapshots")
        return Parlance(self.java, folder, jdbc_url=f"jdbc:postgresql://127.0.0.1:{free_port()}/none", target=target)

    def class_path(self):
        """One list for the JVM's own loader, whose classes an archive can hold; transformed classes before those they replace."""
        jars = [it for part in ("quarkus", "app", "lib/boot", "lib/main") for it in sorted((self.app / part).glob("*.jar"))]
        jars.sort(key=lambda it: it.name != "transformed-bytecode.jar")
        return os.pathsep.join(map(str, jars))

    def options(self):
        return ["-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp", self.class_path(), "dev.parlance.Parlance"]

    def prepare(self):
        """A run that answers, and writes down what it loaded when it ends."""
        option = "-XX:AOTCacheOutput=" if self.number >= FIRST_WITH_AOT_CACHE else "-XX:ArchiveClassesAtExit="
        service = self.from_database([option + str(self.archive), *self.options()])
        service.seconds_to_answer(self.path)
        self.end(service)
        if not self.archive.exists():
            raise SystemExit("No archive was written.")

    def prepared(self):
        option = "-XX:AOTCache=" if self.number >= FIRST_WITH_AOT_CACHE else "-XX:SharedArchiveFile="
        return [option + str(self.archive), *self.options()]


def measure_starts(java, number, folder, service, app, path):
    return Starts(java, number, pathlib.Path(folder), service, app, path).measure()
