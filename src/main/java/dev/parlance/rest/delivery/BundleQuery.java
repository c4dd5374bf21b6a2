package dev.parlance.rest.delivery;

import dev.parlance.formats.BundleFormat;
import dev.parlance.locales.Fallback;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.ClientShape;
import dev.parlance.publishing.delivery.MessageDetail;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.input.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters that determine the content of a bundle.
 *
 * @param format the client format; empty for the canonical bundle
 * @param richTags whether the format delivers tags as tags
 * @param since  the release to compare with
 * @param details the details of messages to include
 */
record BundleQuery(Optional<BundleFormat> format, boolean richTags, BundleFilter filter, OptionalInt since, Set<MessageDetail> details) {
    private static final int MAX_PREFIX_LENGTH = 128;
    private static final String RICH = "rich";

    /**
     * Parses the parameters.
     *
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER} and others for an invalid value, or for a format with a
     *         parameter that does not apply to it
     */
    static BundleQuery parse(FormatParameter formats, @Nullable String format, @Nullable String tags, @Nullable String prefix,
            @Nullable String tag, @Nullable String since, @Nullable String fallback) {
        var plain = formats.parse(format);
        if (tags != null && !tags.equals(RICH)) {
            throw Parameters.invalidParameter("tags", tags, RICH);
        }
        var rich = tags == null ? plain : plain.flatMap(BundleFormat::withRichTags);
        if (tags != null && rich.isEmpty()) {
            throw Parameters.invalidParameter("format", String.valueOf(format), formats.namesWith(it -> it.withRichTags().isPresent()));
        }
        var filter = new BundleFilter(Parameters.parseText("prefix", prefix, MAX_PREFIX_LENGTH).orElse(""),
                Parameters.parseTag("tag", tag), Parameters.parseFallback(fallback, defaultFallback(plain)));
        var query = new BundleQuery(rich, tags != null, filter,
                since == null ? OptionalInt.empty() : OptionalInt.of(Parameters.number("since", since)), Set.of());
        if (since != null) {
            query.requireJson(formats);
        }
        return query;
    }

    /**
     * Adds the details of messages, which only the canonical bundle can have.
     *
     * @param include labels of {@link MessageDetail}, separated by commas
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER}
     */
    BundleQuery including(@Nullable String include) {
        if (include == null) {
            return this;
        } else if (format.isPresent()) {
            throw Parameters.invalidParameter("format", format.get().name(), ProblemType.NONE);
        } else if (since.isPresent()) {
            throw Parameters.invalidParameter("since", Integer.toString(since.getAsInt()), ProblemType.NONE);
        }
        var included = EnumSet.noneOf(MessageDetail.class);
        for (var label : include.split(",", -1)) {
            included.add(MessageDetail.find(label).orElseThrow(() -> Parameters.invalidParameter("include", label, MessageDetail.LABELS)));
        }
        return new BundleQuery(format, richTags, filter, since, Collections.unmodifiableSet(included));
    }

    /**
     * Requires a format that can be a part of a JSON document.
     *
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER}
     */
    void requireJson(FormatParameter formats) {
        if (format.isPresent() && !format.get().isJson()) {
            throw Parameters.invalidParameter("format", format.get().name(), formats.namesWith(BundleFormat::isJson));
        }
    }

    /** Returns the shape for a client that formats by the rules of a locale. The query must have a format. */
    ClientShape shape(LocaleTag client) {
        return new ClientShape(format.orElseThrow(), client, filter);
    }

    /** Returns a key of everything but {@code since}, for a client that formats by the rules of a locale. */
    String key(LocaleTag client) {
        return String.join("\n", format.map(it -> it.name() + " " + client).orElse(""), Boolean.toString(richTags), filter.tag().orElse(""),
                filter.fallback().label(), details.toString(), filter.prefix());
    }

    /** A client format does not tell the language of a text, so it has no texts in the source language. */
    private static Fallback defaultFallback(Optional<BundleFormat> format) {
        return format.isPresent() ? Fallback.PARENTS : Fallback.FULL;
    }

    /** Returns whether the result is that of the format alone. */
    boolean isCanonical() {
        return !richTags && details.isEmpty() && filter.prefix().isEmpty() && filter.tag().isEmpty() && since.isEmpty()
                && filter.fallback() == defaultFallback(format);
    }

    /** Returns whether the result is the published bundle itself. */
    boolean isPublished() {
        return format.isEmpty() && since.isEmpty() && details.isEmpty() && filter.matchesAll();
    }

    /** Returns the URL with this query. */
    String addressOf(String path, @Nullable String channel) {
        var query = new ArrayList<String>();
        Optional.ofNullable(channel).ifPresent(it -> query.add("channel=" + it));
        format.ifPresent(it -> query.add("format=" + it.name()));
        if (richTags) {
            query.add("tags=" + RICH);
        }
        if (!filter.prefix().isEmpty()) {
            query.add("prefix=" + URLEncoder.encode(filter.prefix(), StandardCharsets.UTF_8));
        }
        filter.tag().ifPresent(it -> query.add("tag=" + it));
        since.ifPresent(it -> query.add("since=" + it));
        if (!details.isEmpty()) {
            query.add("include=" + details.stream().map(MessageDetail::label).collect(Collectors.joining(",")));
        }
        if (filter.fallback() != defaultFallback(format)) {
            query.add("fallback=" + filter.fallback().label());
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }
}
