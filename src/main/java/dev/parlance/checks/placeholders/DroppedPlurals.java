package dev.parlance.checks.placeholders;

import com.ibm.icu.text.PluralRules;
import dev.parlance.checks.Check;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Finding;
import dev.parlance.checks.FindingType;
import dev.parlance.checks.text.ArgumentUse;
import dev.parlance.checks.text.ChoiceArgument;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.TranslationPair;
import dev.parlance.checks.text.Whitespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A check for translations that show a number next to a word, where the source has a plural.
 *
 * <p>Languages whose nouns do not change after a number are exempt. So is a number that no word follows, for example after a colon or in
 * brackets, which is how translators avoid a plural.
 */
public final class DroppedPlurals implements Check {
    /** Languages with several plural categories whose nouns do not change after a number. */
    private static final Set<String> SAME_AFTER_NUMBERS =
            Set.of("az", "fa", "hu", "hy", "ka", "kk", "ku", "ky", "mn", "tk", "tr", "ug", "uz");

    @Override
    public String name() {
        return "dropped-plurals";
    }

    @Override
    public List<Finding> inspect(CheckInput input) {
        var found = new ArrayList<Finding>();
        for (var pair : input.pairs()) {
            if (!hasPluralNouns(pair.text())) {
                continue;
            }
            pair.source().choices().stream().filter(it -> it.isPlural() && !it.isOrdinal())
                    .map(it -> it.canonicalName(input.contract())).distinct()
                    .forEach(it -> inspect(found, pair, it, input));
        }
        return found;
    }

    private void inspect(List<Finding> found, TranslationPair pair, String name, CheckInput input) {
        boolean chosen = pair.text().choices().stream().filter(it -> !it.isSelect())
                .map(it -> it.canonicalName(input.contract())).anyMatch(name::equals);
        for (var use : chosen ? List.<ArgumentUse>of() : pair.text().uses()) {
            if (use.canonicalName(input.contract()).equals(name) && isBesideWord(pair.text(), use.span())) {
                found.add(FindingType.PLURAL_DROPPED.warning(this, pair.text(), use.span(), name));
                return;
            }
        }
    }

    private static boolean hasPluralNouns(ParsedPart text) {
        return !SAME_AFTER_NUMBERS.contains(text.language()) && PluralRules.forLocale(text.locale().toULocale()).getKeywords().size() > 1;
    }

    private static boolean isBesideWord(ParsedPart text, Span argument) {
        return text.variants().stream().anyMatch(it -> isBesideWord(it, argument));
    }

    private static boolean isBesideWord(DisplayText reading, Span argument) {
        var shown = reading.text();
        for (int i = shown.indexOf(DisplayText.ARGUMENT); i >= 0; i = shown.indexOf(DisplayText.ARGUMENT, i + 1)) {
            if (reading.sourceSpan(i, i + 1).equals(argument)) {
                int after = i + 1;
                while (after < shown.length() && Whitespace.isWhitespace(shown.charAt(after)) && shown.charAt(after) != '\n') {
                    after++;
                }
                return after < shown.length() && Character.isLetter(shown.codePointAt(after));
            }
        }
        return false;
    }
}
