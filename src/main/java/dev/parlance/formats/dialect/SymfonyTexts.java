package dev.parlance.formats.dialect;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.LocaleNumberRules;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Parses Symfony texts, whose plural forms are separated by bars.
 *
 * <p>In Symfony, the caller decides whether a text has forms. This reader decides by the text: it has forms if it contains a bar, and a
 * placeholder or an interval. In these texts, two bars are one literal bar.
 */
final class SymfonyTexts {
    private static final Pattern INTERVAL = Pattern.compile(
            "\\s*+(?:\\{(?<values>[0-9, ]{1,64})\\}|(?<from>[\\[\\]])\\s*(?<low>-?[0-9]{1,9}|-Inf)\\s*,\\s*(?<high>-?[0-9]{1,"
            + "9}|\\+?Inf)\\s*(?<to>[\\[\\]]))\\s*");
    private static final Pattern LABEL = Pattern.compile("\\w{1,64}:\\s*");
    /** A label that is a plural category is unambiguous. */
    private static final Pattern CATEGORY = Pattern.compile("\\s?(?:zero|one|two|few|many|other):\\s");
    private static final int MAX_EXACT_NUMBERS = 20;
    private static final int MAX_FORMS = 6;

    private final String text;
    private final LocaleTag locale;
    private final PluralTexts forms;
    private final List<ParsedPattern> plain = new ArrayList<>();
    private boolean open;

    private SymfonyTexts(String text, LocaleTag locale) {
        this.text = text;
        this.locale = locale;
        this.forms = new PluralTexts(false, locale);
    }

    static ParsedPattern parse(String text, LocaleTag locale) {
        return new SymfonyTexts(text, locale).parse();
    }

    private ParsedPattern parse() {
        if (text.indexOf('|') < 0) {
            return Placeholders.parseSymfony(text);
        }
        var offsets = splitAtBars();
        boolean intervals = offsets.stream().anyMatch(it -> INTERVAL.matcher(text).region(it[0], it[1]).lookingAt());
        if (!intervals && !hasPlaceholder(text) && !offsets.stream().allMatch(it -> CATEGORY.matcher(text).region(it[0],
                it[1]).lookingAt())) {
            return new PartsBuilder().add(text).build();
        } else if (offsets.size() == 1 && !intervals) {
            return Placeholders.parseSymfony(unescape(0, text.length()));
        }
        offsets.forEach(it -> addForm(it[0], it[1]));
        addPlainForms();
        return new ParsedPattern(List.of(forms.build("", true)));
    }

    static boolean hasPlaceholder(String text) {
        return IntStream.range(0, text.length()).anyMatch(it -> Placeholders.findSymfonyName(text, it).isPresent());
    }

    /** Returns the start and the end of each form. */
    private List<int[]> splitAtBars() {
        var offsets = new ArrayList<int[]>();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (text.startsWith("||", at)) {
                at++;
            } else if (at == text.length() || text.charAt(at) == '|') {
                offsets.add(new int[] {start, at});
                start = at + 1;
            }
        }
        return offsets;
    }

    private String unescape(int start, int end) {
        return text.substring(start, end).replace("||", "|");
    }

    private void addForm(int start, int end) {
        var interval = INTERVAL.matcher(text).region(start, end);
        if (!interval.lookingAt()) {
            var label = LABEL.matcher(text).region(start, end);
            plain.add(Placeholders.parseSymfony(unescape(label.lookingAt() ? label.end() : start, end).strip()));
            return;
        }
        var form = Placeholders.parseSymfony(unescape(interval.end(), end).strip());
        if (interval.group("values") != null) {
            for (var value : interval.group("values").split(",")) {
                forms.add("=" + value.trim(), form);
            }
        } else if (interval.group("high").endsWith("Inf")) {
            addOpenInterval(form, start);
        } else {
            addInterval(interval.group("from").equals("[") ? 0 : 1, interval.group("low"), interval.group("high"),
                    interval.group("to").equals("]") ? 0 : 1, form, start);
        }
    }

    private void addOpenInterval(ParsedPattern form, int start) {
        if (open) {
            throw unsupported(start);
        }
        open = true;
        forms.add(PluralTexts.OTHER, form);
    }

    /** Adds each number of an interval. Messages count from 0. */
    private void addInterval(int afterLow, String low, String high, int beforeHigh, ParsedPattern form, int start) {
        int first = low.equals("-Inf") ? 0 : Math.max(0, Integer.parseInt(low) + afterLow);
        int last = Integer.parseInt(high) - beforeHigh;
        if (last - first >= MAX_EXACT_NUMBERS) {
            throw unsupported(start);
        }
        for (int number = first; number <= last; number++) {
            forms.add("=" + number, form);
        }
    }

    /** Assigns the forms without an interval to categories, in the order of Symfony's own rules. */
    private void addPlainForms() {
        if (open && !plain.isEmpty() || plain.size() > MAX_FORMS) {
            throw unsupported(0);
        }
        var categories = categories(plain.size());
        for (int i = 0; i < plain.size(); i++) {
            forms.add(categories.get(i), plain.get(i));
        }
    }

    /** Returns the categories of small whole numbers. */
    static List<String> usedCategories(LocaleNumberRules rules) {
        return rules.categories(false).stream().filter(it -> IntStream.range(0, 200)
                .anyMatch(number -> rules.category(false, number).equals(it))).toList();
    }

    /** Returns the categories of whole numbers in the locale, or common categories if the number of forms differs. */
    private List<String> categories(int count) {
        var used = usedCategories(LocaleNumberRules.of(locale));
        return used.size() == count ? used : switch (count) {
            case 2 -> List.of("one", "other");
            case 3 -> List.of("one", "few", "other");
            case 4 -> List.of("one", "two", "few", "other");
            case 5 -> List.of("one", "two", "few", "many", "other");
            case 6 -> List.of("zero", "one", "two", "few", "many", "other");
            default -> List.of("other");
        };
    }

    private TextSyntaxException unsupported(int start) {
        return new TextSyntaxException(Reason.UNSUPPORTED_CONVERSION, start, Placeholders.excerpt(text, start));
    }
}
