-- The key of a message in files, if it is no valid message key.
alter table message add column file_key text;
alter table message add constraint message_file_key_ck check (length(file_key) between 1 and 1000);

-- One import or dry run. The row of an import is completed in the transaction that stores its texts, so a completed import is stored.
-- updated_at: the last sign of life of a running one. result: files and counts, JSON. The answers are kept until expires_at.
create table import_run (
    id              uuid        not null,
    catalog         text        not null,
    requested_by    text        not null,
    dry_run         boolean     not null,
    status          text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    expires_at      timestamptz not null,
    processed       integer     not null default 0,
    revision        bigint,
    idempotency_key text,
    request_digest  text        not null,
    result          text,
    constraint import_run_pk primary key (id),
    constraint import_run_catalog_fk foreign key (catalog) references catalog (name) on delete cascade,
    constraint import_run_status_ck check (status in ('running', 'done', 'refused', 'failed')),
    constraint import_run_result_ck check (jsonb_typeof(result::jsonb) = 'object')
);
create unique index import_run_idempotency_uk on import_run (catalog, requested_by, idempotency_key) where idempotency_key is not null;
create index import_run_expiry_ix on import_run (expires_at);

-- The entries of an import by kind, some hundred in each row: a gzip-compressed JSON list.
create table import_entries (
    import  uuid    not null,
    kind    text    not null,
    page    integer not null,
    entries bytea   not null,
    constraint import_entries_pk primary key (import, kind, page),
    constraint import_entries_import_fk foreign key (import) references import_run (id) on delete cascade
);

-- The meaning of the columns of the tables that a catalog is imported from, JSON.
create table import_mapping (
    catalog text not null,
    mapping text not null,
    constraint import_mapping_pk primary key (catalog),
    constraint import_mapping_catalog_fk foreign key (catalog) references catalog (name) on delete cascade,
    constraint import_mapping_ck check (jsonb_typeof(mapping::jsonb) = 'array')
);
