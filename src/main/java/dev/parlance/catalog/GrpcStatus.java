package dev.parlance.catalog;

/**
 * The status codes of gRPC, with their numbers and HTTP statuses from {@code google/rpc/code.proto}.
 *
 * <p>The status of a message follows from its HTTP status, unless its definition has one. If that table has several codes for an HTTP
 * status, the most general one is used.
 */
public enum GrpcStatus implements Labelled {
    OK(0, 200),
    CANCELLED(1, 499),
    UNKNOWN(2, 500),
    INVALID_ARGUMENT(3, 400),
    DEADLINE_EXCEEDED(4, 504),
    NOT_FOUND(5, 404),
    ALREADY_EXISTS(6, 409),
    PERMISSION_DENIED(7, 403),
    RESOURCE_EXHAUSTED(8, 429),
    FAILED_PRECONDITION(9, 400),
    ABORTED(10, 409),
    OUT_OF_RANGE(11, 400),
    UNIMPLEMENTED(12, 501),
    INTERNAL(13, 500),
    UNAVAILABLE(14, 503),
    DATA_LOSS(15, 500),
    UNAUTHENTICATED(16, 401);

    private final int number;
    private final int httpStatus;

    GrpcStatus(int number, int httpStatus) {
        this.number = number;
        this.httpStatus = httpStatus;
    }

    public int number() {
        return number;
    }

    /** Returns the name, which is the same in every API that uses the codes. */
    @Override
    public String label() {
        return name();
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

    /**
     * Returns whether a message can have both this status and the HTTP status.
     *
     * <p>An HTTP status of the table agrees with its codes there. Any other agrees with all codes of its class, because clients treat an
     * unknown HTTP status like x00 of its class (RFC 9110, 15), and with the code that {@link #ofHttpStatus} derives from it.
     */
    public boolean agreesWith(int httpStatus) {
        return this == ofHttpStatus(httpStatus)
                || (isInTable(httpStatus) ? this.httpStatus == httpStatus : this.httpStatus / 100 == httpStatus / 100);
    }

    private static boolean isInTable(int httpStatus) {
        for (var it : values()) {
            if (it.httpStatus == httpStatus) {
                return true;
            }
        }
        return false;
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
