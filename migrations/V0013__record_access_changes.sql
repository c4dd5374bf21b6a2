-- The history of accounts, members, keys and the visibility of catalogs: one row for each act, never changed again.
-- revision: taken from access_revision, so the order of revisions is the order of commits; numbers may be skipped.
-- name: of the account or member, the id of the key, or the catalog. before, after: JSON objects without secrets; empty if there is no
-- such state. There is no foreign key to catalog, because the history outlives deleted catalogs.
create table access_change (
    revision   bigint      not null,
    subject    text        not null,
    name       text        not null,
    catalog    text,
    action     text        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    before     text        not null,
    after      text        not null,
    constraint access_change_pk primary key (revision),
    constraint access_change_subject_ck check (subject in ('account', 'member', 'key', 'visibility')),
    constraint access_change_action_ck check (action in ('created', 'changed', 'password-changed', 'revoked', 'removed')),
    constraint access_change_before_ck check (jsonb_typeof(before::jsonb) = 'object'),
    constraint access_change_after_ck check (jsonb_typeof(after::jsonb) = 'object')
);
create index access_change_time_ix on access_change (changed_at);
create trigger access_change_is_append_only before update or delete or truncate on access_change
    for each statement execute function refuse_change();
