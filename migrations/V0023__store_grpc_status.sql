-- grpc_status: the name of a code of google.rpc.Code. Null if it follows from the HTTP status.
alter table message add column grpc_status text;
alter table message add constraint message_grpc_status_ck check (length(grpc_status) between 1 and 32);
