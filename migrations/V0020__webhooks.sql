-- Endpoints that receive the events of a catalog.
-- events: types separated by spaces; '' for all. secret: stored as it is, because requests are signed with it.
-- failing_since: the first failed attempt since the last successful one.
-- busy_until: the lease of the replica that sends a delivery.
create table webhook (
    id                    uuid        not null,
    catalog               text        not null,
    url                   text        not null,
    description           text        not null,
    events                text        not null,
    status                text        not null,
    status_since          timestamptz not null,
    secret                text        not null,
    previous_secret       text,
    previous_secret_until timestamptz,
    created_at            timestamptz not null,
    created_by            text        not null,
    failing_since         timestamptz,
    busy_until            timestamptz,
    constraint webhook_pk primary key (id),
    constraint webhook_catalog_fk foreign key (catalog) references catalog (name) on delete cascade,
    constraint webhook_status_ck check (status in ('enabled', 'disabled', 'gone', 'failing')),
    constraint webhook_previous_secret_ck check ((previous_secret is null) = (previous_secret_until is null))
);
create index webhook_catalog_ix on webhook (catalog);

-- Events on their way to endpoints, and the log of their delivery. Written in the transaction of the event.
-- attempts: begun ones. The members of the last attempt are null before one has ended.
create table webhook_delivery (
    id               uuid        not null,
    webhook          uuid        not null,
    message_id       text        not null,
    event_type       text        not null,
    payload          text        not null,
    created_at       timestamptz not null,
    status           text        not null,
    attempts         integer     not null,
    next_attempt_at  timestamptz,
    attempted_at     timestamptz,
    duration_millis  integer,
    response_status  integer,
    response_excerpt text,
    error            text,
    constraint webhook_delivery_pk primary key (id),
    constraint webhook_delivery_webhook_fk foreign key (webhook) references webhook (id) on delete cascade,
    constraint webhook_delivery_status_ck check (status in ('pending', 'delivered', 'failed')),
    constraint webhook_delivery_next_ck check ((status = 'pending') = (next_attempt_at is not null))
);
create index webhook_delivery_log_ix on webhook_delivery (webhook, created_at desc, id);
create index webhook_delivery_due_ix on webhook_delivery (webhook, next_attempt_at) where status = 'pending';
-- Expired deliveries are deleted for all endpoints.
create index webhook_delivery_created_ix on webhook_delivery (created_at);
