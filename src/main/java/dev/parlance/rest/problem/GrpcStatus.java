package dev.parlance.rest.problem;

/**
 * The status codes of gRPC, with their numbers.
 *
 * <p>The status of a message follows from its HTTP status by the table in {@code google/rpc/code.proto}. Where that table has several
 * codes for one HTTP status, the most general one is used.
 */
public enum GrpcStatus {
    OK(0),
    CANCELLED(1),
    UNKNOWN(2),
    INVALID_ARGUMENT(3),
    DEADLINE_EXCEEDED(4),
    NOT_FOUND(5),
    PERMISSION_DENIED(7),
    RESOURCE_EXHAUSTED(8),
    FAILED_PRECONDITION(9),
    ABORTED(10),
    OUT_OF_RANGE(11),
    UNIMPLEMENTED(12),
    INTERNAL(13),
    UNAVAILABLE(14),
    UNAUTHENTICATED(16);

    private final int number;

    GrpcStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /**
     * Returns the status for an HTTP status.
     *
     * <p>A client error without an entry is {@link #FAILED_PRECONDITION}, because the client has to change something before it repeats
     * the request. A server error without an entry is {@link #INTERNAL}.
     */
    public static GrpcStatus ofHttpStatus(int httpStatus) {
        return switch (httpStatus) {
            case 400, 422 -> INVALID_ARGUMENT;
            case 401 -> UNAUTHENTICATED;
            case 403 -> PERMISSION_DENIED;
            case 404 -> NOT_FOUND;
            case 408, 504 -> DEADLINE_EXCEEDED;
            case 409 -> ABORTED;
            case 416 -> OUT_OF_RANGE;
            // Servers send 418 to clients that ignored 429.
            case 418, 429 -> RESOURCE_EXHAUSTED;
            case 499 -> CANCELLED;
            case 501 -> UNIMPLEMENTED;
            case 503 -> UNAVAILABLE;
            default -> ofClass(httpStatus / 100);
        };
    }

    private static GrpcStatus ofClass(int firstDigit) {
        return switch (firstDigit) {
            case 2 -> OK;
            case 4 -> FAILED_PRECONDITION;
            case 5 -> INTERNAL;
            default -> UNKNOWN;
        };
    }
}
