"""Data folders with generated catalogs, prepared once for each build of the service and copied for each attack."""
import hashlib
import pathlib
import shutil
import sys

import postgres
from service import JAR, Service
from waiting import await_

LOCALES = ("en", "de", "ja")
MIDDLE, LARGE = "middle", "large"
SIZES = {MIDDLE: {MIDDLE: 6_000}, LARGE: {MIDDLE: 6_000, LARGE: 100_000}}
RELEASES = 6
LONGEST_CUT = 300
PREPARING = ["-Xmx2g"]
NEW = {"If-None-Match": "*"}
ACCOUNT, OTHER_ACCOUNT, PASSWORD = "attacked", "bystander", "correct horse battery staple"

WORDS = {
    "en": "the order was not accepted because this account has no right to trade with its own balance on market",
    "de": "der Auftrag wurde nicht angenommen weil für dieses Konto kein Handel mit eigenem Guthaben möglich ist",
    "ja": "注文 は 受け付け られ ません でした この 口座 に は 自己 残高 で 取引 する 権限 が あり ません 市場 を 確認 して",
}

# Ten words chosen by a digest of the key and the locale: compressible like real texts, and each text is different.
FILL = """
begin;
create temporary table words (locale text, words text[]) on commit drop;
insert into words values {words};
create temporary table generated on commit drop as
    select locale, i, (select string_agg(words[1 + get_byte(digest, n) % array_length(words, 1)], ' ' order by n) || ' ' || i
                       from generate_series(0, 9) n) as message
    from (select locale, words, i, decode(md5(locale || i), 'hex') as digest from words, generate_series(1, {messages}) i) it;
update catalog set revision = revision + 1, definitions_revision = revision + 1, released_messages = released_messages + {messages}
    where name = '{catalog}';
update catalog_locale set revision = (select revision from catalog where name = '{catalog}'), translated = translated + {messages}
    where catalog = '{catalog}';
insert into message (catalog, key, position, code, reason, http_status, arguments)
    select '{catalog}', 'm-' || i, i, 'm-' || i, 'MESSAGE_' || i, 400, '[]' from generate_series(1, {messages}) i;
insert into message_text (catalog, key, locale, syntax, message, description, errors, warnings)
    select '{catalog}', 'm-' || i, locale, 'plain', message, '', 0, 0 from generated where locale = 'en';
insert into message_text (catalog, key, locale, syntax, message, description, source_wording, errors, warnings)
    select '{catalog}', 'm-' || i, generated.locale, 'plain', generated.message, '', source.wording, 0, 0
    from generated join message_text source on source.catalog = '{catalog}' and source.key = 'm-' || i and source.locale = 'en'
    where generated.locale <> 'en';
commit;
analyze"""


class Catalogs:
    """The prepared folders below a working folder. Folders of other builds are removed."""

    def __init__(self, work):
        self.work = work
        with open(JAR.parent / "quarkus-app-dependencies.txt", "rb") as dependencies:
            digest = hashlib.sha256(dependencies.read())
        for part in sorted((JAR.parent / "app").glob("*.jar")):
            digest.update(part.read_bytes())
        digest.update(pathlib.Path(__file__).read_bytes())
        self.build = digest.hexdigest()[:12]

    def folder(self, size):
        """Returns the folder of a stopped service with the shipped catalogs and those of the size."""
        kept = self.work / "catalogs"
        folder = kept / self.build / size
        if not (folder / "complete").exists():
            for other in kept.iterdir() if kept.exists() else ():
                if other.name != self.build:
                    shutil.rmtree(other)
            shutil.rmtree(folder, ignore_errors=True)
            prepare(folder, SIZES[size])
            (folder / "complete").touch()
        return folder

    def copy(self, size, to):
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder(size), to, symlinks=True, ignore=shutil.ignore_patterns("*.log", "complete"))
        return to


def prepare(folder, sizes):
    """Release 1 of a catalog holds a single message and the last release all of them, so that their difference is large."""
    print(f"Preparing {', '.join(sizes)} in {folder}", file=sys.stderr, flush=True)
    binary = running(folder, lambda service: begin(service, folder, sizes))
    with postgres.alone(binary, next(folder.rglob("PG_VERSION")).parent) as connection:
        for catalog, messages in sizes.items():
            words = ", ".join(f"('{locale}', string_to_array('{text}', ' '))" for locale, text in WORDS.items())
            connection.sql(FILL.format(catalog=catalog, messages=messages, words=words))
    running(folder, lambda service: finish(service, sizes))
    (folder / "service.log").unlink()


def begin(service, folder, sizes):
    for catalog in sizes:
        expect(service.ask("POST", "/v1/catalogs", {"name": catalog, "title": catalog, "sourceLocale": LOCALES[0],
                                                    "visibility": "public", "locales": list(LOCALES[1:])}))
        at = f"/v1/catalogs/{catalog}/messages/m-0"
        expect(service.ask("PUT", at, {"reason": "FIRST_MESSAGE", "httpStatus": 400}, NEW))
        expect(service.ask("PUT", f"{at}/texts/en", {"message": "The first message"}, NEW))
        publish(service, catalog, 1)
    for account in ACCOUNT, OTHER_ACCOUNT:
        expect(service.ask("POST", "/v1/accounts", {"name": account, "displayName": account, "password": PASSWORD}))
    return pathlib.Path(f"/proc/{postgres.postmaster(folder)}/exe").resolve()


def finish(service, sizes):
    for catalog in sizes:
        for release in range(2, RELEASES + 1):
            edit(service, catalog, f"m-{release}", f"Edited for release {release}")
            publish(service, catalog, release)


def expect(answer):
    status, headers, body = answer
    if status not in (200, 201):
        raise RuntimeError(f"{status} {body.decode()}")
    return headers


def running(folder, action):
    """Runs the service on a folder for the time of an action, and returns the result of the action."""
    service = Service(folder, PREPARING)
    try:
        return action(service.await_catalogs())
    finally:
        service.stop()


def edit(service, catalog, key, message, locale="en"):
    path = f"/v1/catalogs/{catalog}/messages/{key}/texts/{locale}"
    headers = expect(service.ask("GET", path))
    expect(service.ask("PUT", path, {"message": message, "syntax": "plain"}, {"If-Match": headers["etag"]}))


def publish(service, catalog, release):
    """Cuts this release and points the channel at it. A large cut may outlast the connection, but is still completed."""
    at = f"/v1/catalogs/{catalog}"
    status, _, body = service.ask("POST", f"{at}/releases", {"acceptBreaking": True}, timeout=LONGEST_CUT)
    if status not in (0, 201):
        raise RuntimeError(f"not cut: {status} {body.decode()}")
    await_(f"release {release} of {catalog}", LONGEST_CUT, lambda: service.ask("GET", f"{at}/releases/{release}")[0] == 200)
    channel = f"{at}/channels/production"
    headers = NEW if release == 1 else {"If-Match": expect(service.ask("GET", channel))["etag"]}
    expect(service.ask("PUT", channel, {"release": release}, headers, timeout=LONGEST_CUT))
    await_(f"delivery of release {release} of {catalog}", LONGEST_CUT, lambda: delivered(service, catalog) >= release)


def delivered(service, catalog):
    status, headers, _ = service.ask("GET", f"/v1/catalogs/{catalog}/messages/m-0?locale=en")
    return int(headers["parlance-release"]) if status == 200 else 0
