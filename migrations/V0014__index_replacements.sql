-- The foreign key finds the messages that a deleted one replaces.
create index message_replaced_by_ix on message (catalog, replaced_by) where replaced_by is not null;
