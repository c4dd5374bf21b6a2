-- Comments on messages and their texts. They belong neither to the history nor to releases.
-- id: in the order of creation, unique in the catalog. locale: of the text that the comment is about; null for the message itself.
-- revision: taken from comment_counter by each change, so the order of revisions in a catalog is the order of commits.
-- A deleted comment has no content. Its row remains for a while, so that all replicas notice the deletion.
create table message_comment (
    catalog     text        not null,
    id          bigint      not null,
    key         text        not null,
    locale      text,
    content     text        not null,
    author      text        not null,
    created_at  timestamptz not null,
    resolved_by text,
    resolved_at timestamptz,
    deleted_at  timestamptz,
    revision    bigint      not null,
    constraint message_comment_pk primary key (catalog, id),
    constraint message_comment_message_fk foreign key (catalog, key) references message (catalog, key) on delete cascade,
    constraint message_comment_resolved_ck check ((resolved_by is null) = (resolved_at is null)),
    constraint message_comment_deleted_ck check (deleted_at is null or content = '')
);
create index message_comment_message_ix on message_comment (catalog, key, id);
create index message_comment_revision_ix on message_comment (catalog, revision);
create index message_comment_deleted_ix on message_comment (deleted_at) where deleted_at is not null;

-- The people whom a comment mentions. person: as in member.
create table comment_mention (
    catalog text   not null,
    comment bigint not null,
    person  text   not null,
    constraint comment_mention_pk primary key (catalog, comment, person),
    constraint comment_mention_comment_fk foreign key (catalog, comment) references message_comment (catalog, id) on delete cascade
);
create index comment_mention_person_ix on comment_mention (person);

-- The last id or revision of a comment in each catalog. Its lock serialises the changes of comments.
create table comment_counter (
    catalog text   not null,
    value   bigint not null,
    constraint comment_counter_pk primary key (catalog),
    constraint comment_counter_catalog_fk foreign key (catalog) references catalog (name) on delete cascade
);

-- Where people are in the drafts. Unlogged, because the rows expire within a minute. key: without a foreign key, for the same reason.
create unlogged table draft_presence (
    catalog    text        not null,
    person     text        not null,
    key        text,
    locale     text,
    since      timestamptz not null,
    expires_at timestamptz not null,
    constraint draft_presence_pk primary key (catalog, person),
    constraint draft_presence_catalog_fk foreign key (catalog) references catalog (name) on delete cascade
);
create index draft_presence_expiry_ix on draft_presence (expires_at);
