package dev.parlance.security;

import dev.parlance.locales.LocaleTag;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The locales in which a key or member may change texts.
 *
 * @param locales sorted; empty means all locales
 */
public record AllowedLocales(List<LocaleTag> locales) {
    public static final AllowedLocales ALL = new AllowedLocales(List.of());

    public static AllowedLocales of(Collection<LocaleTag> locales) {
        return new AllowedLocales(List.copyOf(new TreeSet<>(locales)));
    }

    /** Parses the value of a database column: BCP 47 tags separated by spaces. */
    public static AllowedLocales parse(String column) {
        return of(Arrays.stream(column.split(" ")).filter(it -> !it.isEmpty()).map(LocaleTag::parse).toList());
    }

    public String toColumn() {
        return locales.stream().map(LocaleTag::value).collect(Collectors.joining(" "));
    }

    public boolean isLimited() {
        return !locales.isEmpty();
    }

    public boolean contains(LocaleTag locale) {
        return locales.isEmpty() || locales.contains(locale);
    }
}
