-- cors_origins: the web origins whose pages may read the catalog, as a JSON array; '*' for all. Null for the default: all origins for a
-- public catalog, none for a private one.
alter table catalog add column cors_origins text;

create trigger catalog_has_other_cors_origins after update on catalog
    for each row when (old.cors_origins is distinct from new.cors_origins) execute function next_access_revision();
