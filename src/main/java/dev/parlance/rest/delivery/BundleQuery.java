package dev.parlance.rest.delivery;

import dev.parlance.formats.BundleFormat;
import dev.parlance.locales.Fallback;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.input.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that determine the content of a bundle.
 *
 * @param format the client format; empty for the canonical bundle
 * @param since  the release to compare with
 */
record BundleQuery(Optional<BundleFormat> format, BundleFilter filter, OptionalInt since) {
    private static final int MAX_PREFIX_LENGTH = 128;

    /**
     * Parses the parameters.
     *
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER} and others for an invalid value, or for a format with a
     *         parameter that does not apply to it
     */
    static BundleQuery parse(FormatParameter formats, @Nullable String format, @Nullable String prefix, @Nullable String tag,
            @Nullable String since, @Nullable String fallback) {
        var bundleFormat = formats.parse(format);
        var filter = new BundleFilter(Parameters.parseText("prefix", prefix, MAX_PREFIX_LENGTH).orElse(""),
                Parameters.parseTag("tag", tag), Parameters.parseFallback(fallback, defaultFallback(bundleFormat)));
        if (bundleFormat.isPresent() && (!filter.prefix().isEmpty() || filter.tag().isPresent() || since != null)) {
            throw Parameters.invalidParameter("format", format, ProblemType.NONE);
        }
        return new BundleQuery(bundleFormat, filter, since == null ? OptionalInt.empty() : OptionalInt.of(Parameters.number("since", since)));
    }

    /** A client format does not tell the language of a text, so it has no texts in the source language. */
    private static Fallback defaultFallback(Optional<BundleFormat> format) {
        return format.isPresent() ? Fallback.PARENTS : Fallback.FULL;
    }

    /** Returns whether the result is that of the format alone. */
    boolean isCanonical() {
        return filter.prefix().isEmpty() && filter.tag().isEmpty() && since.isEmpty() && filter.fallback() == defaultFallback(format);
    }

    /** Returns the URL with this query. */
    String addressOf(String path, @Nullable String channel) {
        var query = new ArrayList<String>();
        Optional.ofNullable(channel).ifPresent(it -> query.add("channel=" + it));
        format.ifPresent(it -> query.add("format=" + it.name()));
        if (!filter.prefix().isEmpty()) {
            query.add("prefix=" + URLEncoder.encode(filter.prefix(), StandardCharsets.UTF_8));
        }
        filter.tag().ifPresent(it -> query.add("tag=" + it));
        since.ifPresent(it -> query.add("since=" + it));
        if (filter.fallback() != defaultFallback(format)) {
            query.add("fallback=" + filter.fallback().label());
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
