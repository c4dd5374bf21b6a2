package dev.parlance.cli.project;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.formats.FileLocale;
import dev.parlance.formats.MessageDialect;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files of one format, as configured in {@code parlance.yaml}.
 *
 * @param path    relative to the configuration, with slashes; may contain <code>{locale}</code> once, and {@code *}, {@code **} and
 *                {@code ?}
 * @param format  empty to detect it
 * @param dialect empty to use that of the format, or to detect it
 */
public record FilePattern(String path, Optional<String> format, Optional<MessageDialect> dialect) {
    private static final String LOCALE = "{locale}";
    private static final String ANDROID_FOLDER = "values-";
    private static final Pattern TOKEN = Pattern.compile("\\{locale}|\\*\\*/|\\*\\*|\\*|\\?");
    /** Requires a language of two or three letters, so that {@code messages_validation.properties} has no locale. */
    private static final String LOCALE_REGEX = "(?<locale>(?:b\\+)?[A-Za-z]{2,3}(?:[-_+@][A-Za-z0-9]{2,8})*)";

    public FilePattern {
        if (path.startsWith("/") || ("/" + path + "/").contains("/../")) {
            throw CommandFailure.usage("The path " + path + " is outside of the folder of parlance.yaml. Move parlance.yaml up, or use a"
                    + " relative path below it.");
        }
        if (path.indexOf(LOCALE) != path.lastIndexOf(LOCALE)) {
            throw CommandFailure.usage("The path " + path + " contains {locale} twice. Use it once, and * elsewhere.");
        }
    }

    /** Creates a pattern for a file that is not configured. */
    public static FilePattern of(String path) {
        return new FilePattern(path, Optional.empty(), Optional.empty());
    }

    public boolean hasLocale() {
        return path.contains(LOCALE);
    }

    /** Returns the path of a new file; empty if the pattern has wildcards, which match only existing files. */
    public Optional<String> pathOf(LocaleTag locale) {
        if (path.contains("*") || path.contains("?")) {
            return Optional.empty();
        }
        return Optional.of(path.replace(LOCALE, spell(locale)));
    }

    /** Java resource bundles separate all parts of the tag with underscores; Android uses its own notation. */
    private String spell(LocaleTag locale) {
        int start = path.indexOf(LOCALE);
        if (isAndroid()) {
            var parts = locale.value().split("-");
            boolean region = parts.length == 2 && parts[1].length() == 2;
            return parts.length == 1 ? locale.value() : region ? parts[0] + "-r" + parts[1] : "b+" + String.join("+", parts);
        }
        return start > 0 && path.charAt(start - 1) == '_' ? locale.value().replace('-', '_') : locale.value();
    }

    /** Returns the deepest folder that contains all files; empty for the folder of the configuration. */
    String fixedFolder() {
        var matcher = TOKEN.matcher(path);
        var fixed = matcher.find() ? path.substring(0, matcher.start()) : path;
        return fixed.contains("/") ? fixed.substring(0, fixed.lastIndexOf('/')) : "";
    }

    /** Returns the match of a path; empty if the pattern does not match. */
    Optional<Match> match(String candidate) {
        var matcher = regex().matcher(candidate);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return hasLocale() ? parse(matcher.group("locale")).map(it -> new Match(Optional.of(it)))
                : Optional.of(new Match(Optional.empty()));
    }

    /** @param locale empty if the pattern does not specify it */
    record Match(Optional<LocaleTag> locale) {
    }

    private Pattern regex() {
        var regex = new StringBuilder();
        var matcher = TOKEN.matcher(path);
        int end = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(path.substring(end, matcher.start())));
            regex.append(switch (matcher.group()) {
                case LOCALE -> LOCALE_REGEX;
                case "**/" -> "(?:.*/)?";
                case "**" -> ".*";
                case "*" -> "[^/]*";
                default -> "[^/]";
            });
            end = matcher.end();
        }
        return Pattern.compile(regex + Pattern.quote(path.substring(end)));
    }

    private Optional<LocaleTag> parse(String locale) {
        return FileLocale.of(isAndroid() ? ANDROID_FOLDER + locale + "/strings.xml" : locale + ".txt");
    }

    private boolean isAndroid() {
        return path.contains(ANDROID_FOLDER + LOCALE);
    }
}
