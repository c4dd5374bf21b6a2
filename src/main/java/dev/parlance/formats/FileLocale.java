package dev.parlance.formats;

import dev.parlance.locales.KnownLanguages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Determines the locale of a file from its path, by the conventions of all formats.
 *
 * <ul>
 * <li>Android: {@code values-pt-rBR/}, {@code values-b+sr+Latn/}
 * <li>Apple: {@code de.lproj/}; {@code Base.lproj/} has no locale
 * <li>gettext: {@code sr@latin/LC_MESSAGES/}, {@code de.po}
 * <li>WebExtensions: {@code _locales/pt_BR/}
 * <li>a subfolder of a locale folder, such as {@code locales/de/x.json}, or a top-level folder, such as {@code de/x.json}
 * <li>the end of the file name: {@code messages_pt_BR.properties}, {@code active.de.toml}, {@code messages.pt-BR.xlf}, {@code de.json}
 * </ul>
 *
 * <p>A folder takes precedence over the file name, unless the file name is more specific. Names that only look like a locale are ignored:
 * CLDR must contain the language, and its combination with a lower-case region.
 */
public final class FileLocale {
    private static final Pattern TAG = Pattern.compile("([a-z]{2,3}|[A-Z]{2})(-[A-Za-z]{4})?(-[A-Za-z]{2}|-[0-9]{3})?"
            + "(-[A-Za-z0-9]{5,8}|-[0-9][a-zA-Z0-9]{3})?");
    private static final Pattern ANDROID_REGION = Pattern.compile("r([A-Za-z]{2}|[0-9]{3})");
    private static final Pattern ANDROID_NETWORK = Pattern.compile("m[cn]c[0-9]{1,3}");

    /** Language codes that are common words in paths. They count as locales only as a file name or in a locale folder. */
    private static final Set<String> COMMON_WORDS = Set.of("als", "mac", "mar", "may", "mon", "per", "run", "src", "sun");

    private static final int MAX_TAG_LENGTH = 24;

    /** Names of locale folders, which contain one folder per locale. */
    private static final Set<String> LOCALE_FOLDERS = Set.of("_locales", "i18n", "intl", "l10n", "lang", "langs", "language", "languages",
            "locale", "locales", "localization", "messages", "nls", "po", "strings", "translation", "translations");

    /** Scripts by POSIX locale modifier. Other modifiers are variants, except the currency modifier. */
    private static final Map<String, String> POSIX_SCRIPTS = Map.of("latin", "Latn", "cyrillic", "Cyrl", "devanagari", "Deva",
            "arabic", "Arab", "hebrew", "Hebr", "tifinagh", "Tfng");
    private static final String POSIX_EURO = "euro";

    private FileLocale() {
    }

    /** Returns the locale of a slash-separated path. */
    public static Optional<LocaleTag> of(String path) {
        var segments = List.of(path.split("/"));
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        var name = segments.get(segments.size() - 1);
        var inName = inFileName(name);
        return inFolders(segments.subList(0, segments.size() - 1))
                .map(folder -> inName.filter(it -> it.value().startsWith(folder.value() + "-")).orElse(folder))
                .or(() -> inName);
    }

    /** Searches the nearest folder first. */
    private static Optional<LocaleTag> inFolders(List<String> folders) {
        for (int i = folders.size() - 1; i >= 0; i--) {
            var folder = folders.get(i);
            var below = i + 1 < folders.size() ? folders.get(i + 1) : "";
            var above = i > 0 ? folders.get(i - 1).toLowerCase(Locale.ROOT) : "";
            Optional<LocaleTag> found = Optional.empty();
            if (folder.startsWith("values-")) {
                found = inAndroidFolder(folder.substring("values-".length()));
            } else if (folder.endsWith(".lproj")) {
                found = parse(folder.substring(0, folder.length() - ".lproj".length()));
            } else if (below.equals("LC_MESSAGES")) {
                found = parsePosix(folder);
            } else if (LOCALE_FOLDERS.contains(above)) {
                found = parsePosix(folder);
            } else if (i == 0 || folder.length() > 3) {
                found = parsePosix(folder).filter(it -> !isWord(folder));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Parses Android resource qualifiers. Only mobile network codes may precede the language. */
    private static Optional<LocaleTag> inAndroidFolder(String qualifiers) {
        if (qualifiers.startsWith("b+")) {
            return parse(qualifiers.substring(2).split("-")[0].replace('+', '-'));
        }
        var parts = Arrays.stream(qualifiers.split("-")).dropWhile(it -> ANDROID_NETWORK.matcher(it).matches()).toList();
        if (parts.isEmpty() || parts.get(0).equals("car")) {
            return Optional.empty();
        }
        var region = parts.size() > 1 ? ANDROID_REGION.matcher(parts.get(1)) : null;
        return parse(region != null && region.matches() ? parts.get(0) + "-" + region.group(1).toUpperCase(Locale.ROOT) : parts.get(0));
    }

    /** Returns the longest suffix of the name that is a locale: {@code zh_Hant_HK} rather than {@code HK}. */
    private static Optional<LocaleTag> inFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        var name = dot < 0 ? fileName : fileName.substring(0, dot);
        var whole = parsePosix(name);
        if (whole.isPresent()) {
            return whole;
        }
        for (int i = 0; i < name.length(); i++) {
            if ("._-+ ".indexOf(name.charAt(i)) >= 0 && name.length() - i <= MAX_TAG_LENGTH) {
                var end = name.substring(i + 1);
                var found = parsePosix(end);
                if (found.isPresent() && !isWord(end)) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether a possible locale is more likely a word: an acronym, or the code of a language with few speakers. */
    private static boolean isWord(String name) {
        return COMMON_WORDS.contains(name) || name.length() <= 3 && (!name.equals(name.toLowerCase(Locale.ROOT))
                || name.length() == 3 && !KnownLanguages.hasData(LocaleTag.parse(name)));
    }

    /** Parses a tag with a modifier and a charset, such as {@code sr_RS.UTF-8@latin}. */
    private static Optional<LocaleTag> parsePosix(String name) {
        int at = name.indexOf('@');
        if (at < 0) {
            return parse(name);
        }
        var modifier = name.substring(at + 1);
        var tag = name.substring(0, at).split("\\.", 2)[0];
        if (modifier.equals(POSIX_EURO)) {
            return parse(tag);
        }
        var script = POSIX_SCRIPTS.get(modifier);
        var subtags = tag.split("[_-]", 2);
        return script == null ? parse(tag + "-" + modifier)
                : parse(subtags[0] + "-" + script + (subtags.length > 1 ? "-" + subtags[1] : ""));
    }

    private static Optional<LocaleTag> parse(String text) {
        var hyphenated = text.replace('_', '-');
        var tag = TAG.matcher(hyphenated);
        if (!tag.matches()) {
            return Optional.empty();
        }
        try {
            var locale = LocaleTag.parse(hyphenated);
            var region = tag.group(3) == null ? "" : tag.group(3);
            boolean unusual = tag.group(4) != null || !region.equals(region.toUpperCase(Locale.ROOT));
            return Optional.of(locale).filter(it -> unusual ? KnownLanguages.hasData(it) : KnownLanguages.isKnown(it));
        } catch (ProblemException malformed) {
            return Optional.empty();
        }
    }
}
