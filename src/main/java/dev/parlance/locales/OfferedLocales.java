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
    private static final int MAX_RANGES = 100;
    /** Longer headers than people's browsers send are read each time. */
    private static final int MAX_CACHED_HEADER_LENGTH = 200;

    private final LocaleTag source;
    private final List<LocaleTag> offered;
    private final Map<ULocale, LocaleTag> byLocale = new HashMap<>();
    private final LocaleMatcher matcher;
    private final BoundedCache<LocaleTag, Optional<LocaleTag>> matches = new BoundedCache<>();
    private final BoundedCache<String, Negotiation> negotiations = new BoundedCache<>();

    public OfferedLocales(LocaleTag source, Collection<LocaleTag> offered) {
        var all = new TreeSet<>(offered);
        all.add(source);
        this.source = source;
        this.offered = List.copyOf(all);
        var builder = LocaleMatcher.builder().setNoDefaultLocale();
        all.forEach(tag -> {
            builder.addSupportedULocale(tag.toULocale());
            byLocale.put(tag.toULocale(), tag);
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
    public Optional<LocaleTag> find(LocaleTag requested) {
        return matches.get(requested, this::findNearest);
    }

    private Optional<LocaleTag> findNearest(LocaleTag requested) {
        for (var step : FallbackChain.of(requested)) {
            if (offered.contains(step)) {
                return Optional.of(step);
            }
        }
        return Optional.ofNullable(matcher.getBestMatch(requested.toULocale()))
                .filter(match -> sameLanguageAndScript(match, requested.toULocale())
                        || FallbackChain.of(LocaleTag.of(match)).contains(requested))
                .map(LocaleTag::of);
    }

    /**
     * The offered locale for an {@code Accept-Language} header (RFC 9110, 12.5.4), the source where none suits. A header
     * that does not follow the grammar counts as absent.
     */
    public Negotiation negotiate(Optional<String> acceptLanguage) {
        return acceptLanguage.map(it -> it.length() > MAX_CACHED_HEADER_LENGTH ? selectBest(it) : negotiations.get(it, this::selectBest))
                .orElseGet(() -> new Negotiation(source, source));
    }

    private Negotiation selectBest(String header) {
        var ranges = parseRanges(header);
        return ranges.isEmpty() ? new Negotiation(source, source) : selectBest(ranges);
    }

    private Negotiation selectBest(List<ULocale> ranges) {
        var result = matcher.getBestMatchResult(ranges);
        var supported = byLocale.get(result.getSupportedULocale());
        return supported == null
                ? new Negotiation(LocaleTag.of(ranges.get(0)), source)
                : new Negotiation(LocaleTag.of(result.getDesiredULocale()), supported);
    }

    /** Which wish was met, or which was the first where none was, and what is offered for it. */
    public record Negotiation(LocaleTag requested, LocaleTag offered) {
    }

    /** Best first. Ranges without a language ({@code *}, {@code und-DE}) ask for nothing. */
    private static List<ULocale> parseRanges(String header) {
        if (header.chars().filter(c -> c == ',').count() >= MAX_RANGES) {
            return List.of();
        }
        try {
            return LocalePriorityList.add(header).build().getULocales().stream()
                    .filter(it -> it.getLanguage().matches("[a-z]{2,8}")).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean sameLanguageAndScript(ULocale one, ULocale other) {
        var a = ULocale.addLikelySubtags(one);
        var b = ULocale.addLikelySubtags(other);
        return a.getLanguage().equals(b.getLanguage()) && a.getScript().equals(b.getScript());
    }
}
