package dev.parlance.client.icu;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import dev.parlance.client.format.TextFormatter;
import dev.parlance.client.format.TextOutput;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Formats texts with ICU4J, exactly as the service does.
 *
 * <p>ICU's own {@code MessageFormat} is not thread-safe, prints missing arguments of plurals in another way and cannot isolate
 * arguments. So this class traverses ICU's parse of the pattern and uses ICU's formatters.
 */
public final class IcuFormatter implements TextFormatter {
    private final Map<String, LocaleFormats> formats = new ConcurrentHashMap<>();

    @Override
    public CompiledText compile(String pattern, String languageTag) {
        LocaleFormats locale = formats.computeIfAbsent(languageTag, tag -> new LocaleFormats(ULocale.forLanguageTag(tag)));
        Node text;
        try {
            text = new PatternCompiler(new MessagePattern(MessagePattern.ApostropheMode.DOUBLE_OPTIONAL).parse(pattern), locale).compile();
        } catch (IndexOutOfBoundsException e) { // ICU reports an unclosed brace in this way
            throw new IllegalArgumentException(e);
        }
        return (arguments, zone) -> {
            TextOutput output = new TextOutput(arguments, zone, locale.isRightToLeft());
            text.print(output);
            return output;
        };
    }
}
