-- The keys that sign seeds. A key is never deleted: clients may hold seeds that it signed.
-- id: the JWK thumbprint (RFC 7638) of the public key. public_key: the 32 bytes of RFC 8032. private_key: PKCS #8; erased when the key is
-- revoked, because it signs nothing afterwards.
create table signing_key (
    id          text        not null,
    public_key  bytea       not null,
    private_key bytea,
    created_at  timestamptz not null,
    created_by  text        not null,
    revoked_at  timestamptz,
    constraint signing_key_pk primary key (id),
    constraint signing_key_id_ck check (id ~ '^[A-Za-z0-9_-]{43}$'),
    constraint signing_key_public_key_ck check (length(public_key) = 32),
    constraint signing_key_private_key_ck check ((private_key is null) = (revoked_at is not null))
);
