-- kind: 'text' is a text of an upstream that the release does not have. Its name is the code that came with it, or '*'.
alter table usage_count drop constraint usage_count_kind_ck;
alter table usage_count add constraint usage_count_kind_ck
    check (kind in ('render', 'fallback', 'bundle', 'bundle-unchanged', 'key', 'code', 'text', 'locale', 'argument'));
