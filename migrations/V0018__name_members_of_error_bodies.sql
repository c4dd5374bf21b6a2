-- error_members: the members of an upstream's error bodies that hold codes and texts, as JSON. Null for the default ones.
alter table catalog add column error_members text;
