#!/usr/bin/env python3
"""Verifies that readers notice nothing while the database and the disk fail.

    mvn -DskipTests package && src/bench/faults/faults.py [--quick] [NAME…]

Requires root, Debian, postgresql-15, iptables and iproute2. Everything runs in its own network and mount namespace, so packet filter
rules and mounts disappear with it. Traffic stays on the loopback interface. A failed run leaves a folder of logs, named at its end.
Three replicas receive 500 reads a second in an open loop, half for bundles and half for rendered messages. Reads that fail, take longer
than 2 s or return wrong bytes are counted, from before a fault until all is normal again. NAME selects faults by their names in FAULTS.
--quick: outages of 15 s instead of 60, 10 kills instead of 100, 3 corruptions of each kind instead of 10.

The first row is a run without a fault: failures there are due to the machine, not the service. Columns:
F failed, late or wrong reads; S worst staleness in seconds; T seconds from the end of the fault until all is normal.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from disk import damaged, full, killed_while_saving, read_only
from network import half_open, refused, silent, unannounced
from outage import calm, edited_for_ever, killed, started_with_file, started_without_file
from bench import Bench

FAULTS = {"calm": calm, "killed": killed, "silent": silent, "refused": refused, "started-with-file": started_with_file,
          "started-without-file": started_without_file, "damaged": damaged, "killed-while-saving": killed_while_saving, "full": full,
          "read-only": read_only, "half-open": half_open, "unannounced": unannounced, "edited-for-ever": edited_for_ever}


def main():
    names = [it for it in sys.argv[1:] if it != "--quick"]
    if os.geteuid() != 0 or any(name not in FAULTS for name in names):
        sys.exit(__doc__)
    if "PARLANCE_FAULTS_INSIDE" not in os.environ:
        command = ["unshare", "--net", "--mount", "--propagation", "private", sys.executable, *sys.argv]
        sys.exit(subprocess.run(command, env={**os.environ, "PARLANCE_FAULTS_INSIDE": "1"}, check=False).returncode)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parlance-faults-"))
    folder.chmod(0o755)
    bench = Bench(folder, "--quick" in sys.argv)
    try:
        bench.start()
        for name in names or FAULTS:
            bench.run(name, FAULTS[name])
    finally:
        bench.stop()
    failed = bench.report()
    if failed:
        sys.exit(f"Not as they should be: {', '.join(failed)}. Logs: {folder}")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
