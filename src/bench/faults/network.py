"""Network faults between the service and its database, and lost announcements."""
import contextlib
import subprocess
import time

from bench import check
from cluster import POSTGRES_PORT
from outage import normal
from waiting import await_

HEARD = "select pid, client_port from pg_stat_activity where application_name = 'parlance' and query in ('select 1', 'listen parlance')"
ANNOUNCED_SECONDS = 2.5


@contextlib.contextmanager
def rules(port, *target):
    """Applies packet filter rules in both directions. On the loopback interface every packet passes INPUT exactly once."""
    both = [["INPUT", "-i", "lo", "-p", "tcp", side, str(port), "-j", *target] for side in ("--dport", "--sport")]
    for rule in both:
        subprocess.run(["iptables", "-A", *rule], check=True)
    try:
        yield
    finally:
        for rule in both:
            subprocess.run(["iptables", "-D", *rule], check=True)


def cut_off(bench, *target):
    with rules(POSTGRES_PORT, *target):
        slowest = bench.endure(bench.outage)
    return None, normal(bench), f"writes rejected in {slowest:.1f} s at most"


def silent(bench):
    """Fault 3: packets are dropped."""
    return cut_off(bench, "DROP")


def refused(bench):
    """Fault 4: connections are reset."""
    return cut_off(bench, "REJECT", "--reject-with", "tcp-reset")


def listeners(bench):
    return dict(line.split("|") for line in bench.postgres.sql(HEARD).splitlines())


def owner(port):
    """Returns the PID of the client of a connection."""
    line = subprocess.run(["ss", "-Htnp", "sport", "=", f":{port}"], check=True, capture_output=True, text=True).stdout
    return int(line.split("pid=")[1].split(",")[0])


def half_open(bench):
    """Fault 19: the connection on which a replica listens becomes half-open."""
    await_("every replica listens", 10, lambda: len(listeners(bench)) == len(bench.replicas))
    deaf = bench.replicas[1]
    pid, port = next(it for it in listeners(bench).items() if owner(it[1]) == deaf.process.pid)
    with rules(port, "DROP"):
        begin = time.monotonic()
        worst = bench.moves(1)
        await_("a new listener", 15, lambda: any(
            other != pid and owner(its) == deaf.process.pid for other, its in listeners(bench).items()))
        again = time.monotonic() - begin
        worst = max(worst, bench.moves(5))
    bench.postgres.sql(f"select pg_terminate_backend({pid})")
    return worst, again, "the poll delivers; T until the listener reconnects"


def unannounced(bench):
    """Fault 20: NOTIFY is not permitted."""
    bench.postgres.sql("revoke execute on function pg_notify(text, text) from public")
    try:
        worst = bench.moves(10)
        check("the failure is logged", bench.replicas[0].logged("not announced"))
    finally:
        bench.postgres.sql("grant execute on function pg_notify(text, text) to public")
    quick = bench.moves(5)
    return worst, None, f"the poll delivers; announced again: {quick:.2f} s at most"
