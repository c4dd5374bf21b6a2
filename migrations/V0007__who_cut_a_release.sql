-- Null for releases that were cut before this was kept.
alter table release add column created_by text;
