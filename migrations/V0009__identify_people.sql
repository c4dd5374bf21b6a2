-- The actor who set the current password of an account: its owner, or an administrator who knows it. Null for passwords that were set
-- before this was recorded; their accounts act for themselves.
alter table account add column password_set_by text;

-- The people whom an OpenID provider identifies by issuer and subject, under their name here. Issuer and subject are null while a name
-- waits for the first sign-in of its owner, and never change afterwards.
create table provider_person (
    person   text not null,
    issuer   text,
    subject  text,
    bound_at timestamptz,
    constraint provider_person_pk primary key (person),
    constraint provider_person_identity_uq unique (issuer, subject),
    constraint provider_person_person_ck check (person ~ '^oidc:[A-Za-z0-9._@+|-]{1,128}$'),
    constraint provider_person_bound_ck check ((issuer is null) = (subject is null) and (issuer is null) = (bound_at is null))
);
create trigger provider_person_changes_access after insert or update or delete on provider_person
    for each row execute function next_access_revision();

-- Existing members are bound to the first user of the provider who signs in under their name.
insert into provider_person (person) select distinct person from member where person like 'oidc:%';
