-- version: what If-Match on the settings of a catalog is compared with.
-- review_required: only approved texts are released. two_person_rule: nobody approves what he wrote himself.
alter table catalog add column version integer not null default 1;
alter table catalog add column review_required boolean not null default false;
alter table catalog add column two_person_rule boolean not null default false;

-- What a locale holds, counted as it changes: an overview asks for no texts. Only messages that would be released count.
-- stale: made from a wording of the source that is no longer the present one. faulty, warned: with errors, with warnings.
alter table catalog_locale add column drafts integer not null default 0;
alter table catalog_locale add column translated integer not null default 0;
alter table catalog_locale add column approved integer not null default 0;
alter table catalog_locale add column stale integer not null default 0;
alter table catalog_locale add column faulty integer not null default 0;
alter table catalog_locale add column warned integer not null default 0;

-- released_messages: the ones that are neither drafts nor retired.
alter table catalog add column released_messages integer not null default 0;

-- lifecycle: a draft is not released yet, a retired one not any more; its key stays taken for ever.
-- audience: whom the text may be shown to. retry: whether the same request may succeed when it is sent again.
-- length_limit: of the text readers see, in characters as readers count them.
alter table message add column version integer not null default 1;
alter table message add column lifecycle text not null default 'active';
alter table message add column replaced_by text;
alter table message add column sunset date;
alter table message add column audience text not null default 'user';
alter table message add column retry text;
alter table message add column outcome_unknown boolean not null default false;
alter table message add column length_limit integer;
alter table message add constraint message_lifecycle_ck check (lifecycle in ('draft', 'active', 'deprecated', 'retired'));
alter table message add constraint message_replaced_by_fk foreign key (catalog, replaced_by) references message (catalog, key);
alter table message add constraint message_audience_ck check (audience in ('user', 'developer'));
alter table message add constraint message_retry_ck check (retry in ('never', 'same-request', 'after-delay', 'after-fix'));
alter table message add constraint message_length_limit_ck check (length_limit between 1 and 4000);
create index message_position_ix on message (catalog, position, key);

-- wording: how often it was worded; source_wording: the wording of the source it was made from, null for the source itself.
-- errors, warnings: what the checks found when they last looked; null before they ever did.
-- confirmed: warnings somebody looked at and left, a JSON list of {check, reason, by}.
alter table message_text add column version integer not null default 1;
alter table message_text add column state text not null default 'translated';
alter table message_text add column wording integer not null default 1;
alter table message_text add column source_wording integer;
alter table message_text add column errors integer;
alter table message_text add column warnings integer;
alter table message_text add column confirmed text not null default '[]';
alter table message_text add column worded_by text not null default 'parlance';
alter table message_text add column approved_by text;
alter table message_text add constraint message_text_state_ck check (state in ('draft', 'translated', 'approved'));
alter table message_text add constraint message_text_confirmed_ck check (jsonb_typeof(confirmed::jsonb) = 'array');
update message_text set source_wording = 1
where locale <> (select source_locale from catalog where catalog.name = message_text.catalog);

-- A list of what is to do in a locale asks by state; what hinders a release is rare.
create index message_text_state_ix on message_text (catalog, locale, state, key);
create index message_text_errors_ix on message_text (catalog, locale) where errors is null or errors > 0;
create index message_text_warnings_ix on message_text (catalog, locale) where warnings > 0;
-- Which other messages say the same.
create index message_text_saying_ix on message_text (catalog, locale, md5(message));

update catalog set released_messages = (select count(*) from message where message.catalog = catalog.name);
update catalog_locale set translated =
    (select count(*) from message_text text where text.catalog = catalog_locale.catalog and text.locale = catalog_locale.locale);

-- What people did, and what came with a new version: one line for each thing that changed, never changed again.
-- revision: of the catalog; ordinal: within it, counted from 1. version: of the thing, after the change.
-- before, after: the whole thing, JSON; null where there was, or is, none. reverts: the revision that was taken back.
create table change (
    catalog    text        not null,
    revision   bigint      not null,
    ordinal    integer     not null,
    subject    text        not null,
    key        text,
    locale     text,
    version    integer     not null,
    cause      text        not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    comment    text        not null,
    before     text,
    after      text,
    reverts    bigint,
    job        uuid,
    constraint change_pk primary key (catalog, revision, ordinal),
    constraint change_catalog_fk foreign key (catalog) references catalog (name),
    constraint change_subject_ck check (subject in ('catalog', 'locale', 'message', 'text', 'term')),
    constraint change_cause_ck check (cause in ('edit', 'bulk', 'import', 'shipped', 'revert')),
    constraint change_before_ck check (jsonb_typeof(before::jsonb) = 'object'),
    constraint change_after_ck check (jsonb_typeof(after::jsonb) = 'object')
);
create index change_thing_ix on change (catalog, key, locale, revision);
create index change_author_ix on change (catalog, changed_by, revision);
create index change_locale_ix on change (catalog, locale, revision);
create index change_job_ix on change (job) where job is not null;
create trigger change_is_append_only before update or delete or truncate on change
    for each statement execute function refuse_change();

-- An act over all messages a query finds, done some messages at a time: each time in a transaction of its own, which also says here
-- how far it came. Whoever is there goes on with it.
-- request: what is to be done to which messages, JSON. place_position, place_key: after which message to go on.
-- refused: the messages it could not be done to, a JSON list of {key, code}; only the first of many.
create table job (
    id             uuid        not null,
    catalog        text        not null,
    request        text        not null,
    stage          text        not null,
    requested_by   text        not null,
    comment        text        not null,
    created_at     timestamptz not null,
    finished_at    timestamptz,
    total          integer     not null,
    done           integer     not null,
    changed        integer     not null,
    refusals       integer     not null,
    refused        text        not null,
    place_position integer,
    place_key      text,
    constraint job_pk primary key (id),
    constraint job_catalog_fk foreign key (catalog) references catalog (name),
    constraint job_stage_ck check (stage in ('running', 'done', 'failed', 'undone')),
    constraint job_request_ck check (jsonb_typeof(request::jsonb) = 'object'),
    constraint job_refused_ck check (jsonb_typeof(refused::jsonb) = 'array')
);
create index job_running_ix on job (created_at, id) where stage = 'running';
create index job_catalog_ix on job (catalog, created_at, id);
