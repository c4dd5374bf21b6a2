package dev.parlance.client;

import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A complete response. */
final class Reply {
    private final int status;
    private final UnaryOperator<String> headers;
    private final byte[] body;

    Reply(int status, UnaryOperator<String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.apply(name);
    }

    byte[] body() {
        return body;
    }

    Map<String, Object> json() throws IOException {
        return Json.readObject(body);
    }

    /**
     * Returns the body, whose digest is checked against the ETag.
     *
     * @throws IOException if the body was changed or truncated on the way
     */
    byte[] verifiedBody() throws IOException {
        String digest = entityDigest();
        if (digest != null && !Digests.sha256(body).equals(digest)) {
            throw new IOException("the response does not have the digest of its ETag");
        }
        return body;
    }

    /** Returns the digest in the ETag, or null. */
    String entityDigest() {
        return Digests.ofEntityTag(header("ETag"));
    }

    /** Returns the release that the channel points to. Null if a proxy removed the header. */
    Integer release() {
        String release = header("Parlance-Release");
        return release != null && release.matches("[0-9]{1,9}") ? Integer.valueOf(release) : null;
    }
}
