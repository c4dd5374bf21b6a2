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

/** The locales in which a catalog has texts, with lookup and negotiation among them. Immutable and thread-safe. */
public final class OfferedLocales {
    private static final int MAX_RANGES = 100;
    /** Longer headers are parsed each time and not cached. Browsers send shorter ones. */
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

    /** Returns the offered locales including the source, sorted by tag. */
    public List<LocaleTag> all() {
        return offered;
    }

    /**
     * Returns the offered locale for a locale requested by tag, as {@link #negotiate} selects it for this tag alone.
     *
     * <p>It is the requested locale itself, or else the best match by the data of CLDR ({@code nn} → {@code nb}, {@code yue-HK} →
     * {@code zh-Hant}), or else the first offered one in the fallback chain.
     *
     * @return empty if there is none; the source locale is not used as a substitute
     */
    public Optional<LocaleTag> find(LocaleTag requested) {
        return matches.get(requested, this::findBest);
    }

    private Optional<LocaleTag> findBest(LocaleTag requested) {
        if (offered.contains(requested)) {
            return Optional.of(requested);
        }
        return Optional.ofNullable(matcher.getBestMatch(requested.toULocale())).map(byLocale::get)
                .or(() -> FallbackChain.of(requested).stream().filter(offered::contains).findFirst());
    }

    /**
     * Selects the offered locale for an {@code Accept-Language} header (RFC 9110, 12.5.4).
     *
     * <p>The source locale is selected if no other matches. A header that does not follow the grammar, or has more than 100 ranges,
     * is treated as absent.
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

    /**
     * Returns the first locale of an {@code Accept-Language} header that is offered itself, for readers who accept no substitute.
     *
     * <p>A header that is absent, or treated as such by {@link #negotiate}, asks for the source locale.
     */
    public Optional<LocaleTag> findExact(Optional<String> acceptLanguage) {
        var ranges = acceptLanguage.map(OfferedLocales::parseRanges).orElse(List.of());
        return ranges.isEmpty() ? Optional.of(source) : ranges.stream().map(LocaleTag::of).filter(offered::contains).findFirst();
    }

    /**
     * The result of a negotiation.
     *
     * @param requested the requested locale that matched, or the first one if none did
     * @param offered   the locale selected for it
     */
    public record Negotiation(LocaleTag requested, LocaleTag offered) {
    }

    /** Returns the ranges in order of preference. Ranges without a language ({@code *}, {@code und-DE}) are ignored. */
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
}
