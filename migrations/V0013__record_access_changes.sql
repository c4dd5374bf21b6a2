-- The history of accounts, members, keys, tokens and the visibility of catalogs: one row for each act, never changed again.
-- revision: taken from access_revision, so the order of revisions is the order of commits; numbers may be skipped.
-- name: of the account or member, the id of the key or token, or the catalog. before, after: JSON objects without secrets; empty if there is no
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
    constraint access_change_subject_ck check (subject in ('account', 'member', 'key', 'token', 'visibility')),
    constraint access_change_action_ck check (action in ('created', 'changed', 'password-changed', 'revoked', 'removed')),
    constraint access_change_before_ck check (jsonb_typeof(before::jsonb) = 'object'),
    constraint access_change_after_ck check (jsonb_typeof(after::jsonb) = 'object')
);
create index access_change_time_ix on access_change (changed_at);
create trigger access_change_is_append_only before update or delete or truncate on access_change
    for each statement execute function refuse_change();

-- The tokens of people for their scripts. secret_digest: as in api_key. A token acts for its owner, with the scopes at most; unlike a
-- key, it always expires.
create table personal_token (
    id            text        not null,
    person        text        not null,
    name          text        not null,
    scopes        text        not null,
    secret_digest text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    last_used_at  timestamptz,
    constraint personal_token_pk primary key (id),
    constraint personal_token_person_fk foreign key (person) references account (name),
    constraint personal_token_id_ck check (id ~ '^[0-9a-f]{16}$'),
    constraint personal_token_scopes_ck
        check (scopes ~ '^(read|import|translate|publish|admin)( (read|import|translate|publish|admin))*$'),
    constraint personal_token_secret_digest_ck check (secret_digest ~ '^[0-9a-f]{64}$')
);
create index personal_token_person_ix on personal_token (person, id);

-- Not when a token is used.
create trigger personal_token_changes_access
    after insert or delete or update of scopes, secret_digest, expires_at, revoked_at on personal_token
    for each row execute function next_access_revision();
