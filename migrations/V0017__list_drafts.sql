-- changed_at, changed_by: the last change of a text, of its content or of its state. Null for a text without history.
-- rejected: a reviewer returned the text to its author, and it was not saved since.
alter table message_text add column changed_at timestamptz;
alter table message_text add column changed_by text;
alter table message_text add column rejected boolean not null default false;

update message_text text set changed_at = latest.changed_at, changed_by = latest.changed_by
from (select distinct on (catalog, key, locale) catalog, key, locale, changed_at, changed_by from change
      where subject = 'text' order by catalog, key, locale, revision desc, ordinal desc) latest
where latest.catalog = text.catalog and latest.key = text.key and latest.locale = text.locale;

create index message_text_rejected_ix on message_text (catalog, locale) where rejected;

-- The counts of an editor's list by the state of the texts read this index only. It has the keys of a locale in order.
create index message_text_status_ix on message_text (catalog, locale, key)
    include (state, source_wording, wording, errors, warnings, rejected, changed_at);

-- The activity of a catalog: the changes since a day.
create index change_time_ix on change (catalog, changed_at);
