package dev.parlance.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All checks over a text. */
public final class Checks {
    /** Of one check in one text: after that many, the next hundred teach nothing. */
    public static final int MOST_OF_A_KIND = 20;
    /** Each fix that is tried costs as much as the look itself. */
    public static final int MOST_FIXES = 8;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity).thenComparing(Finding::part)
            .thenComparing(Finding::start).thenComparing(Finding::end).thenComparing(Finding::check)
            .thenComparing(Finding::explanation);

    private final List<Check> members;

    public Checks(List<Check> members) {
        this.members = List.copyOf(members);
    }

    /** In the order in which they were listed. */
    public List<Check> members() {
        return members;
    }

    /** By severity, part and position. */
    public List<Finding> look(Subject subject) {
        var found = found(subject);
        int tried = 0;
        var judged = new ArrayList<Finding>();
        for (var it : found) {
            judged.add(it.fix().isEmpty() || tried++ < MOST_FIXES && mends(subject, found, it) ? it : it.withoutFix());
        }
        return List.copyOf(judged);
    }

    private List<Finding> found(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var member : members) {
            var ofOne = member.look(subject);
            if (!ofOne.isEmpty()) {
                ofOne.stream().sorted(ORDER).filter(once()).limit(MOST_OF_A_KIND).forEach(found::add);
            }
        }
        found.sort(ORDER);
        return found;
    }

    /** What several readings of a text show alike. */
    private static Predicate<Finding> once() {
        var before = new HashSet<List<Object>>();
        return it -> before.add(List.of(it.part(), it.start(), it.end(), it.explanation(), it.arguments()));
    }

    /** Whether the finding is gone with its fix, and no other has come. */
    private boolean mends(Subject subject, List<Finding> found, Finding finding) {
        var fix = finding.fix().orElseThrow();
        var before = counts(found);
        before.merge(what(finding), -1, Integer::sum);
        var after = counts(found(subject.with(finding.part(), fix.text())));
        return after.entrySet().stream().allMatch(it -> it.getValue() <= before.getOrDefault(it.getKey(), 0));
    }

    /** Without the places, which a fix moves. */
    private static Map<List<Object>, Integer> counts(List<Finding> found) {
        var counts = new HashMap<List<Object>, Integer>();
        found.forEach(it -> counts.merge(what(it), 1, Integer::sum));
        return counts;
    }

    private static List<Object> what(Finding it) {
        return List.of(it.part(), it.explanation(), it.arguments());
    }
}
