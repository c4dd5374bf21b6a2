package dev.parlance.client;

import dev.parlance.client.format.TextFormatter;
import dev.parlance.client.format.TextFormatter.CompiledText;
import dev.parlance.client.format.TextOutput;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A bundle with its compiled texts. Each text is compiled when it is first used. */
final class LocaleTexts {
    private static final Logger LOG = Logger.getLogger(LocaleTexts.class.getName());

    private final Bundle bundle;
    private final TextFormatter formatter;
    private final Map<String, CompiledText> compiled = new ConcurrentHashMap<>();

    LocaleTexts(Bundle bundle, TextFormatter formatter) {
        this.bundle = bundle;
        this.formatter = formatter;
    }

    Bundle bundle() {
        return bundle;
    }

    /** Returns the formatted text, or null if there is no such message. */
    TextOutput format(String key, Map<String, ?> arguments, ZoneId zone) {
        CompiledText text = compiled.get(key);
        if (text == null) {
            String pattern = bundle.pattern(key);
            if (pattern == null) {
                return null;
            }
            text = compile(key, pattern);
            compiled.put(key, text);
        }
        return text.format(arguments, zone);
    }

    /** The service checks every pattern, so only a formatter with fewer features than the service rejects one. */
    private CompiledText compile(String key, String pattern) {
        try {
            return formatter.compile(pattern, bundle.languageOf(key));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, e, () -> "The text of " + key + " is shown as its pattern, which cannot be compiled.");
            return (arguments, zone) -> {
                TextOutput output = new TextOutput(arguments, zone, false);
                output.append(pattern);
                return output;
            };
        }
    }
}
