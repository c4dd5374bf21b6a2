-- When something last changed, by the revision of the catalog that changed it: a cut reads again only the locales that did.
alter table catalog add column definitions_revision bigint not null default 0;
update catalog set definitions_revision = revision;

-- tags: what the message is about, a JSON list of names, sorted.
alter table message add column tags text not null default '[]';
alter table message add constraint message_tags_ck check (jsonb_typeof(tags::jsonb) = 'array');

-- required: no release without all texts of this locale.
alter table catalog_locale add column revision bigint not null default 0;
alter table catalog_locale add column required boolean not null default false;
update catalog_locale set revision = (select revision from catalog where name = catalog_locale.catalog);

-- A cut reads a catalog's texts locale by locale.
create index message_text_locale_ix on message_text (catalog, locale);

alter table release add column comment text not null default '';

-- How published bytes go over the wire besides gzip, which is how blob.content is kept.
create table blob_encoding (
    digest   text  not null,
    encoding text  not null,
    content  bytea not null,
    constraint blob_encoding_pk primary key (digest, encoding),
    constraint blob_encoding_blob_fk foreign key (digest) references blob (digest),
    constraint blob_encoding_encoding_ck check (encoding in ('br', 'zstd'))
);

-- moves: how often the channel was pointed somewhere; what If-Match is compared with.
alter table channel add column moves integer not null default 1;

-- Every move of a channel, the first one too. previous: null for the first.
create table channel_move (
    catalog  text        not null,
    channel  text        not null,
    move     integer     not null,
    release  integer     not null,
    previous integer,
    moved_at timestamptz not null,
    moved_by text        not null,
    comment  text        not null,
    constraint channel_move_pk primary key (catalog, channel, move),
    constraint channel_move_channel_fk foreign key (catalog, channel) references channel (catalog, name),
    constraint channel_move_release_fk foreign key (catalog, release) references release (catalog, number)
);

insert into channel_move (catalog, channel, move, release, previous, moved_at, moved_by, comment)
select channel.catalog, channel.name, 1, channel.release, null, release.created_at, 'parlance', ''
from channel join release on release.catalog = channel.catalog and release.number = channel.release;

create trigger blob_encoding_is_immutable before update or delete or truncate on blob_encoding
    for each statement execute function refuse_change();
create trigger channel_move_is_immutable before update or delete or truncate on channel_move
    for each statement execute function refuse_change();
