"""Attacks that keep people from signing in."""
import time
from collections import Counter

from attack import ATTACKERS, Client, attack, counted
from catalogs import ACCOUNT, PASSWORD
from client import ask

SESSION = "/v1/session"
OWNER = "127.0.0.9"


@attack("signs in with wrong passwords in two loops, with a new name each time", seconds=20)
def sign_in_flood(target):
    answers = Counter()
    owner = Client(target, "a valid sign-in", 5, [204])

    def flood(number):
        count = 0
        while target.running():
            count += 1
            wrong = {"name": f"absent-{number}-{count}", "password": "wrong horse battery staple"}
            answers[ask(target.port, "POST", SESSION, wrong, source=ATTACKERS[number])[0]] += 1

    def sign_in():
        while target.running():
            owner.ask("POST", SESSION, {"name": ACCOUNT, "password": PASSWORD})
            time.sleep(1)
    target.in_parallel(3, lambda number: flood(number) if number < 2 else sign_in())
    target.note(f"wrong passwords: {counted(answers)}")
    owner.report()


@attack("tries 100 wrong passwords for an account from 10 addresses", seconds=40, quick_seconds=25)
def account_lock(target):
    """The owner has signed in on the same device before, which its cookies prove."""
    right = {"name": ACCOUNT, "password": PASSWORD}
    status, headers, _ = ask(target.port, "POST", SESSION, right, source=OWNER)
    cookies = "; ".join(it.split(";")[0] for it in headers.get("set-cookie", "").split("\n") if "session=" not in it)
    target.expect(status == 204, f"the first sign-in: {status}")
    answers = Counter()

    def guess(number):
        failures = 0
        while failures < 10 and target.running():
            wrong = {"name": ACCOUNT, "password": f"wrong horse battery {number} {failures}"}
            status = ask(target.port, "POST", SESSION, wrong, source=ATTACKERS[number], timeout=30)[0]
            answers[status] += 1
            # A busy service does not check the password, so the guess is repeated.
            failures += status in (401, 429)
            time.sleep(0.2 if status == 503 else 0)
    target.in_parallel(10, guess)
    target.note(f"wrong passwords: {counted(answers)}")
    status, headers, _ = ask(target.port, "POST", SESSION, right, {"Cookie": cookies} if cookies else {}, source=OWNER, timeout=30)
    target.expect(status == 204, f"the owner's next sign-in: {status}, Retry-After {headers.get('retry-after')}")
    status, headers, _ = ask(target.port, "POST", SESSION, right, source="127.0.0.10", timeout=30)
    target.note(f"from a new device: {status}, Retry-After {headers.get('retry-after')}")
