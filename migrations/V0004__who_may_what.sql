-- Anybody may read the releases of a public catalog; of another one, only who is let in even learns that it exists.
alter table catalog add column public boolean not null default true;

-- Counts every change of what is below and of catalog.public, whoever makes it: a replica that has loaded this revision knows
-- who may what. One row, whose lock makes the order of revisions the order of commits.
create table access_revision (
    only_row boolean not null default true,
    revision bigint  not null,
    constraint access_revision_pk primary key (only_row),
    constraint access_revision_only_row_ck check (only_row),
    constraint access_revision_revision_ck check (revision > 0)
);
insert into access_revision (revision) values (1);

-- A person with a password here. password_hash: bcrypt.
-- sessions_from: sessions that began before are over, say because the password was changed.
-- version: what If-Match is compared with.
create table account (
    name          text        not null,
    display_name  text        not null,
    password_hash text        not null,
    administrator boolean     not null,
    disabled      boolean     not null,
    created_at    timestamptz not null,
    sessions_from timestamptz not null,
    version       integer     not null,
    constraint account_pk primary key (name),
    constraint account_name_ck check (name ~ '^[a-z0-9]([a-z0-9._@-]{0,126}[a-z0-9])?$' and name <> 'administrator'),
    constraint account_password_hash_ck check (password_hash ~ '^\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}$'),
    constraint account_version_ck check (version > 0)
);

-- What a person may do in a catalog. person: the name of an account, or oidc: and the name by which a provider knows somebody;
-- hence no foreign key. locales: those in which texts may be changed, separated by blanks; all where there is none.
create table member (
    catalog text    not null,
    person  text    not null,
    role    text    not null,
    locales text    not null,
    version integer not null,
    constraint member_pk primary key (catalog, person),
    constraint member_catalog_fk foreign key (catalog) references catalog (name),
    constraint member_person_ck check (person ~ '^(oidc:[A-Za-z0-9._@+|-]{1,128}|[a-z0-9]([a-z0-9._@-]{0,126}[a-z0-9])?)$'),
    constraint member_role_ck check (role in ('viewer', 'translator', 'reviewer', 'manager')),
    constraint member_locales_ck check (locales = '' or role in ('translator', 'reviewer')),
    constraint member_version_ck check (version > 0)
);

-- A program's way in, to one catalog. secret_digest: SHA-256 of the secret in lower-case hexadecimal; the secret itself is shown
-- once and kept nowhere. It has 256 random bits, so there is nothing that a slow hash could protect.
-- expires_at: null where it never does. last_used_at: to the minute, and null for a key nobody has used.
create table api_key (
    id            text        not null,
    catalog       text        not null,
    name          text        not null,
    scopes        text        not null,
    locales       text        not null,
    secret_digest text        not null,
    created_at    timestamptz not null,
    created_by    text        not null,
    expires_at    timestamptz,
    revoked_at    timestamptz,
    last_used_at  timestamptz,
    constraint api_key_pk primary key (id),
    constraint api_key_catalog_fk foreign key (catalog) references catalog (name),
    constraint api_key_id_ck check (id ~ '^[0-9a-f]{16}$'),
    constraint api_key_scopes_ck check (scopes ~ '^(read|import|translate|publish|admin)( (read|import|translate|publish|admin))*$'),
    constraint api_key_secret_digest_ck check (secret_digest ~ '^[0-9a-f]{64}$')
);
create index api_key_catalog_ix on api_key (catalog, created_at);

-- Sessions that were ended before their time, until that has passed.
create table ended_session (
    id      text        not null,
    ends_at timestamptz not null,
    constraint ended_session_pk primary key (id)
);

-- While there is no administrator: the SHA-256 of the token with which whoever reads the log becomes the first one. At most one row.
create table first_administrator (
    only_row     boolean     not null default true,
    token_digest text        not null,
    expires_at   timestamptz not null,
    constraint first_administrator_pk primary key (only_row),
    constraint first_administrator_only_row_ck check (only_row),
    constraint first_administrator_token_digest_ck check (token_digest ~ '^[0-9a-f]{64}$')
);

create function next_access_revision() returns trigger language plpgsql as $$
begin
    update access_revision set revision = revision + 1;
    return null;
end
$$;

create trigger catalog_is_visible_otherwise after update on catalog
    for each row when (old.public is distinct from new.public) execute function next_access_revision();
create trigger catalog_is_new after insert on catalog
    for each row execute function next_access_revision();
create trigger account_changes_access after insert or update or delete on account
    for each row execute function next_access_revision();
create trigger member_changes_access after insert or update or delete on member
    for each row execute function next_access_revision();
-- Not when a key is used.
create trigger api_key_changes_access after insert or delete or update of scopes, locales, secret_digest, expires_at, revoked_at on api_key
    for each row execute function next_access_revision();
create trigger ended_session_changes_access after insert on ended_session
    for each row execute function next_access_revision();
