-- The message text and the description, folded for a search that ignores case, width and invisible characters in every script. The
-- service folds them, because the lower() of a database depends on its collation: with C, it knows ASCII only. Null until a text is
-- checked again; the search then compares the text itself.
alter table message_text add column search_text text;

-- There are new checks, so all texts are checked again, which also folds them.
update message_text set errors = null, warnings = null;
update catalog_locale set faulty = 0, warned = 0;
