-- source_wording: what the source said that a text was made from, as its digest; null for the source itself. A count of wordings began
-- anew once a source was taken away, and went on where a source was brought back to what it had said.
drop trigger message_text_is_added on message_text;
drop trigger message_text_is_changed on message_text;
alter table message_text alter column source_wording type text using source_wording::text;

update message_text text
set source_wording = md5(source.syntax || ' ' || length(source.message)::text || ' ' || source.message || source.description)
from catalog, message_text source
where catalog.name = text.catalog and source.catalog = text.catalog and source.key = text.key and source.locale = catalog.source_locale
  and text.source_wording = source.wording::text;
-- What is stale, and what has no source now, keeps its number: no digest, so it stays stale beside any source.

-- wording: the digest of what the text says. Whoever writes texts does not have to think of it.
alter table message_text drop column wording;
alter table message_text add column wording text not null
    generated always as (md5(syntax || ' ' || length(message)::text || ' ' || message || description)) stored;

create trigger message_text_is_added after insert on message_text
    for each row when (new.source_wording is null) execute function keep_source_trigrams();
create trigger message_text_is_changed after update of message on message_text
    for each row when (new.source_wording is null and new.message <> old.message) execute function keep_source_trigrams();

-- Beside no source nothing is stale; it was counted otherwise now and then.
update catalog_locale set stale =
    (select count(*) from message_text text
     join catalog on catalog.name = text.catalog
     join message on message.catalog = text.catalog and message.key = text.key and message.lifecycle in ('active', 'deprecated')
     join message_text source on source.catalog = text.catalog and source.key = text.key and source.locale = catalog.source_locale
     where text.catalog = catalog_locale.catalog and text.locale = catalog_locale.locale and text.source_wording <> source.wording);
