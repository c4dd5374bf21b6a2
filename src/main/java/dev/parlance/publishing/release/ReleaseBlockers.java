package dev.parlance.publishing.release;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The blockers of a release. All are counted, but only the first of each type are listed: a large draft may have a million. */
public final class ReleaseBlockers {
    /** The number of blockers of one problem type that are listed. */
    public static final int MAX_LISTED = 100;

    /** The number of keys or locales that a problem names. */
    public static final int MAX_NAMED = 20;

    /** The types that report texts absent from the release: missing, in draft, or not approved. */
    static final Set<ProblemType> ABSENT_TEXTS =
            EnumSet.of(ProblemType.RELEASE_INCOMPLETE, ProblemType.TEXTS_IN_DRAFT, ProblemType.TEXTS_NOT_APPROVED);

    /** The problem member with the first keys of the texts that a blocker is about. */
    public static final String KEYS_MEMBER = "keys";

    /** The problem member with the number of texts that a blocker is about. */
    public static final String COUNT_MEMBER = "count";

    private final List<ReleaseBlocker> listed = new ArrayList<>();
    private final Map<ProblemType, Integer> counts = new EnumMap<>(ProblemType.class);
    private final Set<LocaleTag> localesWithBlockers = new TreeSet<>();
    private boolean hasInvalidText;

    /** Returns the first keys of the texts that the problem of a blocker is about; null if it is about one or none. */
    @SuppressWarnings("unchecked")
    public static @Nullable Collection<String> keysOf(ProblemException problem) {
        return (Collection<String>) problem.members().get(KEYS_MEMBER);
    }

    /** Returns the number of texts that the problem of a blocker is about; null if it is about one or none. */
    public static @Nullable Integer countOf(ProblemException problem) {
        return (Integer) problem.members().get(COUNT_MEMBER);
    }

    void add(ReleaseBlocker blocker) {
        if (counts.merge(blocker.problem().type(), 1, Integer::sum) <= MAX_LISTED) {
            listed.add(blocker);
        }
        hasInvalidText |= blocker.hasInvalidText();
        addLocale(blocker.locale());
    }

    void addAll(ReleaseBlockers other) {
        listed.addAll(other.listed);
        other.counts.forEach((type, count) -> counts.merge(type, count, Integer::sum));
        localesWithBlockers.addAll(other.localesWithBlockers);
        hasInvalidText |= other.hasInvalidText;
    }

    private void addLocale(@Nullable LocaleTag locale) {
        if (locale != null) {
            localesWithBlockers.add(locale);
        }
    }

    /** Returns the first {@link #MAX_LISTED} blockers of each problem type, in the order in which they were found. */
    public List<ReleaseBlocker> listed() {
        return Collections.unmodifiableList(listed);
    }

    /** Returns the number of all blockers. */
    public int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Returns whether a text is invalid. A draft with invalid texts has no bundles to compare. */
    boolean hasInvalidText() {
        return hasInvalidText;
    }

    /** Returns whether no bundle can be built. A draft that lacks texts of its source locale has no bundles either. */
    boolean preventFreezing(LocaleTag source) {
        return hasInvalidText || localesWithBlockers.contains(source);
    }

    /**
     * Returns a problem that lists the blockers. It has the type of the blockers if its text can describe all of them, and otherwise states
     * their number.
     */
    ProblemException toProblem(String catalog) {
        return summary(catalog).withMember(PublishRelease.FINDINGS_MEMBER, listed())
                .withMember(PublishRelease.FINDING_COUNT_MEMBER, count());
    }

    private ProblemException summary(String catalog) {
        var absent = counts.keySet().stream().filter(ABSENT_TEXTS::contains).toList();
        if (hasInvalidText || absent.size() > 1 || absent.size() == 1 && counts.containsKey(ProblemType.BREAKING_CHANGE)) {
            return ProblemType.RELEASE_REFUSED.with(catalog, count());
        }
        if (counts.containsKey(ProblemType.BREAKING_CHANGE)) {
            return ProblemType.BREAKING_CHANGE.with(names(ProblemType.BREAKING_CHANGE));
        }
        if (counts.containsKey(ProblemType.RELEASE_INCOMPLETE)) {
            return ProblemType.RELEASE_INCOMPLETE.with(catalog, names(ProblemType.RELEASE_INCOMPLETE));
        }
        return count() == 1 ? listed.get(0).problem() : ProblemType.RELEASE_REFUSED.with(catalog, count());
    }

    /** Returns the first names, separated by commas. */
    static String names(Collection<String> names) {
        var first = names.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        return names.size() > MAX_NAMED ? first + ", …" : first;
    }

    private String names(ProblemType type) {
        var names = listed.stream().filter(it -> it.problem().type() == type).limit(MAX_NAMED)
                .map(it -> String.valueOf(it.key() == null ? it.locale() : it.key())).collect(Collectors.joining(", "));
        return counts.getOrDefault(type, 0) > MAX_NAMED ? names + ", …" : names;
    }
}
