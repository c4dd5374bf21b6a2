package dev.parlance.drift;

import com.ibm.icu.text.SpoofChecker;
import dev.parlance.checks.CheckInput;
import java.util.ArrayList;
import java.util.List;

/** Names of arguments that look like a declared one, such as a name with a Cyrillic letter (Unicode Technical Standard 39). */
final class LookalikeNames {
    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

    private LookalikeNames() {
    }

    /** Returns the pairs of names: what the text has, and what it looks like. */
    static List<String> find(CheckInput input) {
        var found = new ArrayList<String>();
        for (var part : input.parsedParts()) {
            for (var use : part.uses()) {
                var name = use.name();
                if (!isAscii(name) && input.contract().findArgument(name).isEmpty()) {
                    input.contract().arguments().stream().filter(it -> CONFUSABLES.getSkeleton(it.name())
                            .equals(CONFUSABLES.getSkeleton(name))).forEach(it -> found.add(name + " / " + it.name()));
                }
            }
        }
        return found;
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(it -> it < 0x80);
    }
}
