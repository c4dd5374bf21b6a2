-- A catalog: a named set of messages with one source locale. Its row is the lock under which the catalog is written,
-- and its revision counts those writes: order of revisions = order of commits.
create table catalog (
    name          text   not null,
    title         text   not null,
    source_locale text   not null,
    revision      bigint not null,
    constraint catalog_pk primary key (name),
    constraint catalog_name_ck check (name ~ '^[a-z0-9]([a-z0-9._-]{0,126}[a-z0-9])?$'),
    constraint catalog_revision_ck check (revision >= 0)
);

create table catalog_locale (
    catalog text not null,
    locale  text not null,
    constraint catalog_locale_pk primary key (catalog, locale),
    constraint catalog_locale_catalog_fk foreign key (catalog) references catalog (name)
);

-- The key is ours and unique; the code is what goes over the wire, and several messages may share one.
-- arguments: the declared contract, a JSON list of {name, type, example} in order.
-- shipped_digest: what was last shipped for this row; null for rows that people made.
create table message (
    catalog        text    not null,
    key            text    not null,
    position       integer not null,
    code           text    not null,
    reason         text    not null,
    http_status    integer not null,
    arguments      text    not null,
    shipped_digest text,
    constraint message_pk primary key (catalog, key),
    constraint message_catalog_fk foreign key (catalog) references catalog (name),
    constraint message_reason_uk unique (catalog, reason),
    constraint message_key_ck check (key ~ '^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$'),
    constraint message_reason_ck check (reason ~ '^[A-Z][A-Z0-9_]{0,61}[A-Z0-9]$'),
    constraint message_http_status_ck check (http_status between 100 and 599),
    constraint message_arguments_ck check (jsonb_typeof(arguments::jsonb) = 'array')
);

create table message_text (
    catalog        text not null,
    key            text not null,
    locale         text not null,
    syntax         text not null,
    message        text not null,
    description    text not null,
    shipped_digest text,
    constraint message_text_pk primary key (catalog, key, locale),
    constraint message_text_message_fk foreign key (catalog, key) references message (catalog, key),
    constraint message_text_locale_fk foreign key (catalog, locale) references catalog_locale (catalog, locale),
    constraint message_text_syntax_ck check (syntax in ('printf', 'icu', 'plain'))
);

-- Published content: bytes under their SHA-256 (lower-case hexadecimal), gzip inside.
create table blob (
    digest  text    not null,
    length  integer not null,
    content bytea   not null,
    constraint blob_pk primary key (digest),
    constraint blob_digest_ck check (digest ~ '^[0-9a-f]{64}$')
);

create table release (
    catalog       text        not null,
    number        integer     not null,
    revision      bigint      not null,
    title         text        not null,
    source_locale text        not null,
    created_at    timestamptz not null,
    constraint release_pk primary key (catalog, number),
    constraint release_catalog_fk foreign key (catalog) references catalog (name),
    constraint release_number_ck check (number > 0)
);

-- changed_in: the release in which the bytes of this bundle were made; later releases share them.
create table release_bundle (
    catalog          text    not null,
    number           integer not null,
    locale           text    not null,
    changed_in       integer not null,
    bundle_digest    text    not null,
    reference_digest text    not null,
    constraint release_bundle_pk primary key (catalog, number, locale),
    constraint release_bundle_release_fk foreign key (catalog, number) references release (catalog, number),
    constraint release_bundle_bundle_fk foreign key (bundle_digest) references blob (digest),
    constraint release_bundle_reference_fk foreign key (reference_digest) references blob (digest)
);

create table channel (
    catalog text    not null,
    name    text    not null,
    release integer not null,
    constraint channel_pk primary key (catalog, name),
    constraint channel_release_fk foreign key (catalog, release) references release (catalog, number)
);

-- A release never changes, whoever asks: not through the service, not through psql.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger release_is_immutable before update or delete or truncate on release
    for each statement execute function refuse_change();
create trigger release_bundle_is_immutable before update or delete or truncate on release_bundle
    for each statement execute function refuse_change();
create trigger blob_is_immutable before update or delete or truncate on blob
    for each statement execute function refuse_change();
