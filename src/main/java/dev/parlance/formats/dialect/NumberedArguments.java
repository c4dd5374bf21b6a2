package dev.parlance.formats.dialect;

import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import java.util.TreeMap;

/** Numbers the arguments of printf texts that have several: aapt2 rejects {@code %s … %s}, because translators may need another order. */
public final class NumberedArguments {
    private NumberedArguments() {
    }

    /** Returns the text with {@code %1$s … %2$s}. A text with a single conversion is returned unchanged. */
    public static RawText of(RawText text) {
        if (text instanceof Single single) {
            return new Single(of(single.text()));
        } else if (text instanceof PluralForms plural) {
            var forms = new TreeMap<String, String>();
            plural.forms().forEach((form, it) -> forms.put(form, of(it)));
            return new PluralForms(plural.argument(), plural.ordinal(), forms);
        }
        return text;
    }

    private static String of(String printf) {
        return PrintfTexts.hasSeveralConversions(printf) ? PrintfTexts.withPositions(printf) : printf;
    }
}
