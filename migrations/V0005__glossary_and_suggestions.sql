-- How the words of a trade are translated. translations: a JSON object, locale to text; read and written with its term, never asked
-- for alone. version: what If-Match is compared with.
create table term (
    catalog          text    not null,
    term             text    not null,
    notes            text    not null,
    do_not_translate boolean not null,
    translations     text    not null,
    version          integer not null,
    constraint term_pk primary key (catalog, term),
    constraint term_catalog_fk foreign key (catalog) references catalog (name),
    constraint term_translations_ck check (jsonb_typeof(translations::jsonb) = 'object')
);

-- The measure of similarity. Who owns the database may install it, since PostgreSQL 13.
create extension if not exists pg_trgm;

-- Which of 512 classes the trigrams of a text fall into. Two texts have about as many of them in common as trigrams.
create function trigram_classes(message text) returns bit(512)
    language sql immutable strict parallel safe
as $$
    select coalesce(bit_or(set_bit(repeat('0', 512)::bit(512), hashtext(trigram) & 511, 1)), repeat('0', 512)::bit(512))
    from unnest(show_trgm(message)) trigram
$$;

-- The texts others are translated from, in few bytes each, to be looked through from one end to the other: no index over trigrams
-- tells texts made of the same words apart in time. classes: how many bits are set.
create table source_trigrams (
    catalog  text     not null,
    key      text     not null,
    locale   text     not null,
    classes  smallint not null,
    trigrams bit(512) not null,
    constraint source_trigrams_pk primary key (catalog, key, locale),
    constraint source_trigrams_text_fk foreign key (catalog, key, locale) references message_text (catalog, key, locale) on delete cascade
);

-- Whoever writes texts, and however many at once, does not have to think of it. What was translated from a source costs nothing.
create function keep_source_trigrams() returns trigger
    language plpgsql
as $$
begin
    insert into source_trigrams (catalog, key, locale, classes, trigrams)
    select new.catalog, new.key, new.locale, bit_count(bits), bits
    from catalog, lateral trigram_classes(new.message) bits
    where catalog.name = new.catalog and catalog.source_locale = new.locale
    on conflict (catalog, key, locale) do update set classes = excluded.classes, trigrams = excluded.trigrams;
    return null;
end
$$;
create trigger message_text_is_added after insert on message_text
    for each row when (new.source_wording is null) execute function keep_source_trigrams();
create trigger message_text_is_changed after update of message on message_text
    for each row when (new.source_wording is null and new.message <> old.message) execute function keep_source_trigrams();

insert into source_trigrams (catalog, key, locale, classes, trigrams)
select text.catalog, text.key, text.locale, bit_count(bits), bits
from message_text text
join catalog on catalog.name = text.catalog and catalog.source_locale = text.locale, lateral trigram_classes(text.message) bits;
