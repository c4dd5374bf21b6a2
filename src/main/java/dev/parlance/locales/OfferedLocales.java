package dev.parlance.locales;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The locales a catalog has texts in, and which of them serves a reader best. Immutable. */
public final class OfferedLocales {
    private static final int MOST_RANGES = 100;
    /** Longer headers than people's browsers send are read each time. */
    private static final int LONGEST_REMEMBERED = 200;

    private final LocaleTag source;
    private final List<LocaleTag> offered;
    private final Map<ULocale, LocaleTag> byLocale = new HashMap<>();
    private final LocaleMatcher matcher;
    private final Remembered<LocaleTag, Optional<LocaleTag>> found = new Remembered<>();
    private final Remembered<String, Negotiated> negotiated = new Remembered<>();

    public OfferedLocales(LocaleTag source, Collection<LocaleTag> offered) {
        var all = new TreeSet<>(offered);
        all.add(source);
        this.source = source;
        this.offered = List.copyOf(all);
        var builder = LocaleMatcher.builder().setNoDefaultLocale();
        all.forEach(tag -> {
            builder.addSupportedULocale(tag.icu());
            byLocale.put(tag.icu(), tag);
        });
        this.matcher = builder.build();
    }

    public LocaleTag source() {
        return source;
    }

    /** Sorted by tag. */
    public List<LocaleTag> all() {
        return offered;
    }

    /**
     * The offered locale for one that is asked for by name: the first of its fallback chain, else the nearest in the same
     * language and script ({@code pt} → {@code pt-BR}). Empty when there is none; the source is no answer to that.
     */
    public Optional<LocaleTag> find(LocaleTag asked) {
        return found.of(asked, this::nearest);
    }

    private Optional<LocaleTag> nearest(LocaleTag asked) {
        for (var step : FallbackChain.of(asked)) {
            if (offered.contains(step)) {
                return Optional.of(step);
            }
        }
        return Optional.ofNullable(matcher.getBestMatch(asked.icu()))
                .filter(match -> sameWriting(match, asked.icu())
                        || FallbackChain.of(LocaleTag.of(match)).contains(asked))
                .map(LocaleTag::of);
    }

    /**
     * The offered locale for an {@code Accept-Language} header (RFC 9110, 12.5.4), the source where none suits. A header
     * that does not follow the grammar counts as absent.
     */
    public Negotiated negotiate(Optional<String> acceptLanguage) {
        return acceptLanguage.map(it -> it.length() > LONGEST_REMEMBERED ? best(it) : negotiated.of(it, this::best))
                .orElseGet(() -> new Negotiated(source, source));
    }

    private Negotiated best(String header) {
        var wishes = ranges(header);
        return wishes.isEmpty() ? new Negotiated(source, source) : best(wishes);
    }

    private Negotiated best(List<ULocale> wishes) {
        var result = matcher.getBestMatchResult(wishes);
        var met = byLocale.get(result.getSupportedULocale());
        return met == null
                ? new Negotiated(LocaleTag.of(wishes.get(0)), source)
                : new Negotiated(LocaleTag.of(result.getDesiredULocale()), met);
    }

    /** Which wish was met, or which was the first where none was, and what is offered for it. */
    public record Negotiated(LocaleTag wished, LocaleTag offered) {
    }

    /** Best first. Ranges without a language ({@code *}, {@code und-DE}) ask for nothing. */
    private static List<ULocale> ranges(String header) {
        if (header.chars().filter(c -> c == ',').count() >= MOST_RANGES) {
            return List.of();
        }
        try {
            return LocalePriorityList.add(header).build().getULocales().stream()
                    .filter(it -> it.getLanguage().matches("[a-z]{2,8}")).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean sameWriting(ULocale one, ULocale other) {
        var a = ULocale.addLikelySubtags(one);
        var b = ULocale.addLikelySubtags(other);
        return a.getLanguage().equals(b.getLanguage()) && a.getScript().equals(b.getScript());
    }
}
