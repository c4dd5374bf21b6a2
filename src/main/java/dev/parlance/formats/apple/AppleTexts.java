package dev.parlance.formats.apple;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.rendering.Argument;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Converts patterns to texts with plural forms. */
final class AppleTexts {
    /** The categories that both formats support, in their order. */
    static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many", "other");
    private static final Pattern NUMBER = Pattern.compile("%(?:\\d+\\$)?[-+ #0',\\d.]*((?:hh|h|ll|l|q|z|t|j)?[dDiuUxXofFeEgG])");

    private static final Pattern WITHOUT_POSITION = Pattern.compile("%%|%(?!\\d+\\$)");

    private final DialectWriter writer;

    AppleTexts(BundleContent content) {
        this.writer = new DialectWriter(MessageDialect.APPLE, PluralSupport.SUBSTITUTIONS, new ClientLocale(content.locale()));
    }

    /** Forms of the whole text count the first argument, so forms that count another argument become a part of the text. */
    RawText write(BundleContent.Entry entry, Losses losses) {
        var text = writer.write(entry, losses);
        if (text instanceof RawText.PluralForms plural) {
            var names = entry.contract().arguments().stream().map(Argument::name).toList();
            int position = names.indexOf(entry.contract().canonicalName(plural.argument()));
            if (position > 0) {
                var forms = new TreeMap<>(plural.forms());
                forms.replaceAll((category, form) -> withPositions(form));
                return new RawText.Substitutions("%" + (position + 1) + "$#@value@",
                        Map.of("value", new RawText.PluralForms(plural.argument(), plural.ordinal(), forms)));
            }
        }
        return text;
    }

    /** In a part of a text, the first conversion without a position prints the argument of the part. */
    private static String withPositions(String form) {
        var next = new AtomicInteger();
        return WITHOUT_POSITION.matcher(form).replaceAll(it -> it.group().equals("%%") ? "%%" : "%" + next.incrementAndGet() + "\\$");
    }

    /** Returns the forms by category. The form for the exact number 0 becomes {@code zero}. */
    static Map<String, String> forms(RawText.PluralForms plural) {
        var forms = new TreeMap<>(plural.forms());
        if (forms.containsKey("=0")) {
            forms.put("zero", forms.remove("=0"));
        }
        forms.keySet().retainAll(CATEGORIES);
        return forms;
    }

    /** Returns whether the formats cannot represent a form. */
    static boolean losesForms(RawText.PluralForms plural) {
        return plural.ordinal() || plural.forms().keySet().stream().anyMatch(it -> it.startsWith("=") && !it.equals("=0"));
    }

    /** Returns the conversion that prints the number in any of the forms; {@code lld} if there is none. */
    static String numberType(RawText.PluralForms plural) {
        for (var form : plural.forms().values()) {
            var number = NUMBER.matcher(form);
            if (number.find()) {
                return number.group(1);
            }
        }
        return "lld";
    }
}
