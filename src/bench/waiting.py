"""Waiting for conditions and for processes to exit."""
import signal
import subprocess
import time


def await_(what, seconds, condition):
    """Waits for a condition. Returns the elapsed seconds."""
    begin = time.monotonic()
    while not condition():
        if time.monotonic() - begin > seconds:
            raise TimeoutError(f"{what} not within {seconds} s")
        time.sleep(0.05)
    return time.monotonic() - begin


def stop_process(process, seconds, request=signal.SIGTERM):
    """Sends a signal to a process and waits until it exits. Kills it if it does not exit in time."""
    process.send_signal(request)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
