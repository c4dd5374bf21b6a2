package dev.parlance.client;

/** A locale as the app asks for it: a language tag, or several in the form of {@code Accept-Language}. Immutable. */
final class LocaleRequest {
    private final String value;
    private final boolean negotiated;

    private LocaleRequest(String value, boolean negotiated) {
        this.value = value;
        this.negotiated = negotiated;
    }

    static LocaleRequest ofTag(String tag) {
        String normalized = tag.replace('_', '-');
        if (!normalized.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw new IllegalArgumentException("not a language tag: " + tag);
        }
        return new LocaleRequest(normalized, false);
    }

    static LocaleRequest ofHeader(String acceptLanguage) {
        if (acceptLanguage.chars().anyMatch(it -> it < ' ' || it > '~')) {
            throw new IllegalArgumentException("not an Accept-Language header");
        }
        return new LocaleRequest(acceptLanguage, true);
    }

    String value() {
        return value;
    }

    boolean isNegotiated() {
        return negotiated;
    }
}
