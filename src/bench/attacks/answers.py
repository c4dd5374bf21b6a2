"""Attacks by valid requests whose answers are large or expensive to create."""
import threading
import time
from collections import Counter

from attack import ATTACKERS, INTENDED_REJECTIONS, Client, attack, counted
from catalogs import LARGE
from client import download
from service import OPERATOR

REGIONS = ("US GB AU CA IN IE NZ ZA SG MY PH PK KE NG GH UG TZ ZM ZW BW NA LS SZ MW MU MT CY JM BB BS BZ TT GY AG DM GD KN LC VC FJ PG SB "
           "TO TV VU WS").split()
ALIASES = ",".join(["en", *(f"en-{region}" for region in REGIONS)])
LARGEST_PAGE = 1 << 20


class Downloads:
    """Counts the answers to an attacker. Client errors and intended rejections are not findings."""

    def __init__(self, target):
        self.target, self.lock = target, threading.Lock()
        self.answers, self.largest, self.slowest = Counter(), 0, 0.0

    def get(self, path, headers=(), source=ATTACKERS[0]):
        status, size, seconds = download(self.target.port, path, headers, source, seconds=max(20, self.target.seconds))
        with self.lock:
            self.answers[status] += 1
            self.largest, self.slowest = max(self.largest, size), max(self.slowest, seconds)
        return status, size

    def report(self, largest=None):
        self.target.note(f"{counted(self.answers)}; at most {self.largest / (1 << 20):.1f} MiB, {self.slowest:.1f} s")
        wrong = {status: count for status, count in self.answers.items()
                 if status == 0 or status >= 500 and status not in INTENDED_REJECTIONS}
        self.target.expect(not wrong, f"answers: {counted(wrong)}")
        self.target.expect(largest is None or self.largest <= largest, f"an answer of {self.largest / (1 << 20):.1f} MiB")


@attack("requests 47 locales in one response, which are all served as one", seconds=30, catalogs=LARGE)
def equal_locales(target):
    downloads = Downloads(target)
    path = f"/v1/catalogs/{target.catalog}/bundles?locales={ALIASES}"
    largest_bundle = download(target.port, f"/v1/catalogs/{target.catalog}/bundles/en", [("Accept-Encoding", "identity")])[1]
    downloads.get(path)
    target.in_parallel(4, lambda number: downloads.get(path, source=ATTACKERS[number]))
    downloads.report(largest=3 * largest_bundle)


@attack("requests 12 comparisons of releases at a time, and other long lists, as an editor", seconds=40, catalogs=LARGE)
def unbounded_answers(target):
    downloads = Downloads(target)
    at = f"/v1/catalogs/{target.catalog}"
    target.in_parallel(12, lambda number: downloads.get(f"{at}/releases/1/diff/6", OPERATOR.items(), ATTACKERS[number % 10]))
    for path in ("messages?limit=500&locale=ja", "draft/messages?limit=500&locale=ja", "changes?limit=500", "releases?limit=100",
                 "jobs?limit=100", "channels/production/moves", "glossary", "members", "keys"):
        target.in_parallel(3, lambda number, path=path: downloads.get(f"{at}/{path}", OPERATOR.items(), ATTACKERS[number]))
    downloads.report(largest=LARGEST_PAGE)


@attack("requests derived bundles with new parameters each time", seconds=20)
def derived_bundles(target):
    downloads = Downloads(target)
    first_requests = Client(target, "another client's first request", 2, [200])

    def derive(number):
        count = number * 10_000
        while target.running():
            count += 1
            parameter = (f"since={100 + count}", f"prefix=m-{count % 3_000}", f"tag=tag-{count}", f"since=1&prefix=m-{count % 3_000}")
            downloads.get(f"/v1/catalogs/middle/bundles/{('en', 'de', 'ja')[count % 3]}?{parameter[count % 4]}", source=ATTACKERS[number])

    def read(number):
        while target.running():
            first_requests.ask("GET", f"/v1/catalogs/middle/bundles/de?prefix=m-{5_000 + sum(first_requests.answers.values())}")
            time.sleep(1)
    target.in_parallel(5, lambda number: read(number) if number == 4 else derive(number))
    downloads.report()
    first_requests.report()


@attack("searches for a new text each time in a pseudo-locale", seconds=20, catalogs=LARGE)
def search(target):
    downloads = Downloads(target)

    def find(number):
        count = 0
        while target.running():
            count += 1
            downloads.get(f"/v1/catalogs/{target.catalog}/messages?q=absent{number}x{count}&locale=en-XA", source=ATTACKERS[number])
    target.in_parallel(4, find)
    downloads.report()
