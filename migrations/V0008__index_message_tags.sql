-- Tags are searched by containment: cast(tags as jsonb) @> '["order"]'. The column stays text, because entities carry no mapping
-- beyond JPA's own and a string parameter does not fit a jsonb column.
create index message_tags_idx on message using gin ((tags::jsonb) jsonb_path_ops);
