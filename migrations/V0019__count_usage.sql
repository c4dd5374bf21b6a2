-- What readers asked for, counted by UTC day. Each replica adds its counts once a minute.
-- kind: see UsageKind. locale: the locale served. name: a key, code or language tag; '*' for names beyond the limits; '' for a bundle.
-- argument: the name of a missing argument; else ''.
create table usage_count (
    catalog  text   not null,
    day      date   not null,
    kind     text   not null,
    locale   text   not null,
    name     text   not null,
    argument text   not null,
    count    bigint not null,
    constraint usage_count_pk primary key (catalog, day, kind, locale, name, argument),
    constraint usage_count_catalog_fk foreign key (catalog) references catalog (name) on delete cascade,
    constraint usage_count_kind_ck check (kind in ('render', 'fallback', 'bundle', 'bundle-unchanged', 'key', 'code', 'locale', 'argument')),
    constraint usage_count_positive_ck check (count > 0)
);
-- Expired days are deleted in all catalogs.
create index usage_count_day_ix on usage_count (day);
