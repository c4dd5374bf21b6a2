package dev.parlance.usage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.locales.LocaleTag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports about the stored counts. */
public interface UsageReports {

    /**
     * A period of whole days in UTC.
     *
     * @param since the first day
     * @param until the last day, included
     */
    record Period(LocalDate since, LocalDate until) {
    }

    /**
     * The use of a message.
     *
     * @param key       {@link UsageCell#OTHERS} for messages beyond the limits
     * @param fallbacks how often it had no text of its own in the locale
     * @param lastUsed  empty if it was not rendered in the period
     * @param lifecycle empty if the catalog does not have the message
     */
    record MessageUse(String key, long renders, long fallbacks, Optional<LocalDate> lastUsed, Optional<Lifecycle> lifecycle) {
    }

    /** The position of a message in a list that is sorted by use. */
    record UsePosition(long renders, String key) {
    }

    /**
     * The use of a locale.
     *
     * @param renders   of all messages
     * @param fallbacks renders of messages without a text of their own in the locale
     * @param bundles   bundles that were sent
     * @param unchanged bundles that clients had already
     * @param unknown   requests for keys, codes and texts that the release did not have
     */
    record LocaleUse(LocaleTag locale, long renders, long fallbacks, long bundles, long unchanged, long unknown) {
    }

    /**
     * Returns the messages that were rendered, the most used first.
     *
     * @param locale the locale served; empty for all
     */
    List<MessageUse> findUsed(CatalogName catalog, Optional<LocaleTag> locale, Period period, Optional<UsePosition> after, int limit);

    /**
     * Returns the released messages that were not rendered since a day, sorted by key.
     *
     * @param after the key after which the page starts; empty for the first page
     */
    List<MessageUse> findUnused(CatalogName catalog, Optional<LocaleTag> locale, LocalDate since, String after, int limit);

    /** Returns the use of the locales, sorted by tag. */
    List<LocaleUse> findLocales(CatalogName catalog, Period period);

    /** Returns what was missing, the most frequent first. */
    List<Miss> findMissing(MissQuery query, Optional<MissPosition> after, int limit);

    /** Returns how much of what readers saw in each locale of the catalog has a current text. Sorted by tag. */
    List<SeenTexts> findSeen(CatalogName catalog, Period period);

    /** Returns the messages that readers saw in a locale without a current text, the most used first. */
    List<UncoveredText> findUncovered(CatalogName catalog, LocaleTag locale, Period period, int limit);

    /** Returns the first day with counts; empty if there are none. */
    Optional<LocalDate> findFirstDay(CatalogName catalog);

    /**
     * A missing item.
     *
     * @param kind      one of {@link MissQuery#KINDS}
     * @param name      a key, code or language tag; the code that came with a text, or {@link UsageCell#OTHERS}
     * @param locale    the locale served; empty for a key, a code, a text or a locale, which are missing in all
     * @param argument  the missing argument; else empty
     * @param lastAsked the last day
     * @param lifecycle that of the message with this key, if the catalog has one
     */
    record Miss(UsageKind kind, String name, String locale, String argument, long count, LocalDate lastAsked,
            Optional<Lifecycle> lifecycle) {
        public MissPosition position() {
            return new MissPosition(count, kind, name, locale, argument);
        }
    }

    /** The position in a list of what was missing. */
    record MissPosition(long count, UsageKind kind, String name, String locale, String argument) {
    }

    /**
     * The conditions of a list of what was missing.
     *
     * @param kind      empty for all {@link #KINDS}
     * @param locale    the locale served; empty for all
     * @param lifecycle that of the message with the missing key; empty for all
     */
    record MissQuery(CatalogName catalog, Period period, Optional<UsageKind> kind, Optional<LocaleTag> locale,
            Optional<Lifecycle> lifecycle) {
        /** The kinds of missing items. */
        public static final List<UsageKind> KINDS = List.of(UsageKind.KEY, UsageKind.CODE, UsageKind.TEXT, UsageKind.LOCALE,
                UsageKind.FALLBACK, UsageKind.ARGUMENT);
    }

    /**
     * The renders in a locale.
     *
     * @param seen    renders of messages that are still released
     * @param covered those of messages with a text in the locale that the next release would contain, and that is not stale
     */
    record SeenTexts(LocaleTag locale, long seen, long covered) {
    }

    /** A message without a current text. */
    record UncoveredText(String key, long renders, TextGap gap) {
    }

    /** The reasons for the lack of a current text. */
    enum TextGap implements Labelled {
        UNTRANSLATED,
        /** The next release would not contain it: it is a draft, or not approved where approval is required. */
        UNRELEASED,
        /** It was translated from an earlier version of the source. */
        STALE
    }
}
