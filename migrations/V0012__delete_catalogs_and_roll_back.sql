-- A rollback goes to the release that was served before the current one, so it must not count as a step forward itself.
alter table channel_move add column rollback boolean not null default false;

-- History is append-only, with one exception: a catalog that was never released is deleted with its history. The transaction names the
-- catalog in a setting, so that a DELETE by mistake is still refused.
drop trigger change_is_append_only on change;
create trigger change_is_append_only before update or truncate on change
    for each statement execute function refuse_change();

create function refuse_deletion_of_history() returns trigger language plpgsql as $$
begin
    if current_setting('parlance.deleted_catalog', true) is distinct from old.catalog
        or exists (select from release where release.catalog = old.catalog) then
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end if;
    return old;
end
$$;
create trigger change_is_deleted_with_its_catalog before delete on change
    for each row execute function refuse_deletion_of_history();

create trigger catalog_is_deleted after delete on catalog
    for each row execute function next_access_revision();
