package dev.parlance.client.spring;

import dev.parlance.client.Parlance;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.AbstractMessageSource;

/**
 * The messages of a catalog as Spring's {@code MessageSource}.
 *
 * <p>Codes are keys of messages. Arguments by name are passed as maps: {@code new Object[] {Map.of("limit", 5)}}. Other arguments have
 * their position as the name, for texts that use {@code {0}}.
 */
public class CatalogMessageSource extends AbstractMessageSource {
    private final Parlance texts;

    public CatalogMessageSource(Parlance texts) {
        this.texts = texts;
    }

    @Override
    protected String getMessageInternal(String code, Object[] args, Locale locale) {
        Locale requested = locale == null ? Locale.ROOT : locale;
        if (code != null && texts.pattern(requested.toLanguageTag(), code).isPresent()) {
            return texts.text(requested, code, toArguments(args));
        }
        return super.getMessageInternal(code, args, locale);
    }

    private static Map<String, Object> toArguments(Object[] args) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; args != null && i < args.length; i++) {
            if (args[i] instanceof Map) {
                ((Map<?, ?>) args[i]).forEach((name, value) -> arguments.put(String.valueOf(name), value));
            } else {
                arguments.put(Integer.toString(i), args[i]);
            }
        }
        return arguments;
    }

    /** Returns null, because all messages come from the catalog. */
    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }
}
