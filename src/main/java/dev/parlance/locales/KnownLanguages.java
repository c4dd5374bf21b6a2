package dev.parlance.locales;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages, scripts and regions that Unicode CLDR names.
 *
 * <p>A well-formed tag may still be meaningless: {@code english} is well-formed, but no application requests it. Subtags for private use
 * count as known, although CLDR does not name them.
 */
public final class KnownLanguages {
    /** The argument of {@link ProblemType#UNKNOWN_LANGUAGE} if there is no suggestion. */
    private static final String NO_SUGGESTION = "none";

    private static final Pattern PRIVATE_LANGUAGE = Pattern.compile("q[a-t][a-z]");
    private static final Pattern PRIVATE_SCRIPT = Pattern.compile("Qa(a[a-z]|b[a-x])");
    private static final Pattern PRIVATE_REGION = Pattern.compile("AA|Q[M-Z]|X[A-Z]|ZZ");

    /** Names of languages are recognized in these languages, and in the language itself. */
    private static final List<ULocale> NAMING_LANGUAGES =
            Stream.of("en", "ar", "de", "es", "fr", "hi", "ja", "ko", "pt", "ru", "tr", "zh-Hans", "zh-Hant").map(ULocale::forLanguageTag)
            .toList();

    /** Variants with their own names, such as <i>Brazilian Portuguese</i>. */
    private static final List<String> NAMED_VARIANTS = List.of("pt-BR", "pt-PT", "zh-Hans", "zh-Hant", "en-US", "en-GB", "es-419", "fr-CA");

    private static final Set<ULocale> WITH_DATA =
            Stream.of(ULocale.getAvailableLocales()).map(ULocale::minimizeSubtags).collect(Collectors.toUnmodifiableSet());

    private KnownLanguages() {
    }

    /**
     * Parses the tag of a locale for which texts are to be written.
     *
     * @param pointer the JSON Pointer of the tag
     * @throws ProblemException {@code UNKNOWN_LANGUAGE} with the tag that was probably meant, if one is found; {@code INVALID_LOCALE} for
     *         any other text that is not a well-formed tag
     */
    public static LocaleTag parse(String pointer, String text) {
        LocaleTag tag;
        try {
            tag = LocaleTag.parse(text);
        } catch (ProblemException malformed) {
            var suggestion = suggest(text).orElseThrow(() -> malformed);
            throw ProblemType.UNKNOWN_LANGUAGE.with(text, suggestion).withMember("pointer", pointer);
        }
        if (!isKnown(tag)) {
            throw ProblemType.UNKNOWN_LANGUAGE.with(text, suggest(text).orElse(NO_SUGGESTION)).withMember("pointer", pointer);
        }
        return tag;
    }

    /** Returns whether CLDR names every subtag, except those for private use. */
    public static boolean isKnown(LocaleTag tag) {
        var locale = tag.toULocale();
        return isKnownLanguage(locale.getLanguage()) && isKnownScript(locale.getScript()) && isKnownRegion(locale.getCountry());
    }

    /** Returns whether CLDR has data for the combination of language, script and region, as for {@code zh-CN} but not {@code to-DE}. */
    public static boolean hasData(LocaleTag tag) {
        var locale = tag.toULocale();
        var variant = locale.getVariant();
        return (variant.isEmpty() || !ULocale.getDisplayVariant("und__" + variant, ULocale.ENGLISH).equalsIgnoreCase(variant))
                && WITH_DATA.contains(
                        ULocale.minimizeSubtags(new ULocale.Builder().setLocale(locale).setVariant(null).build()));
    }

    private static boolean isKnownLanguage(String language) {
        return PRIVATE_LANGUAGE.matcher(language).matches()
                || !ULocale.getDisplayLanguage(language, ULocale.ENGLISH).equalsIgnoreCase(language);
    }

    private static boolean isKnownScript(String script) {
        return script.isEmpty() || PRIVATE_SCRIPT.matcher(script).matches()
                || !ULocale.getDisplayScript("und_" + script, ULocale.ENGLISH).equalsIgnoreCase(script);
    }

    private static boolean isKnownRegion(String region) {
        return region.isEmpty() || PRIVATE_REGION.matcher(region).matches()
                || !ULocale.getDisplayCountry("und_" + region, ULocale.ENGLISH).equalsIgnoreCase(region);
    }

    /** Returns the tag that was probably meant by the name of a language, the code of a country, or a tag with an unknown part. */
    static Optional<String> suggest(String text) {
        return findByName(text).or(() -> findByRegion(text)).or(() -> withoutUnknownPart(text));
    }

    private static Optional<String> findByName(String text) {
        var name = fold(text);
        for (var naming : NAMING_LANGUAGES) {
            var names = LocaleDisplayNames.getInstance(naming, LocaleDisplayNames.DialectHandling.DIALECT_NAMES);
            var found = Stream.concat(Stream.of(ULocale.getISOLanguages()).filter(it -> isNamed(names.languageDisplayName(it), name)),
                    NAMED_VARIANTS.stream().filter(it -> isNamed(names.localeDisplayName(ULocale.forLanguageTag(it)), name))).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Stream.of(ULocale.getAvailableLocales()).filter(it -> it.getCountry().isEmpty())
                .filter(it -> isNamed(it.getDisplayLanguage(it), name)).map(ULocale::getLanguage).findFirst();
    }

    private static boolean isNamed(@Nullable String displayName, String name) {
        return displayName != null && fold(displayName).equals(name);
    }

    private static String fold(String name) {
        return UCharacter.foldCase(name.strip(), true);
    }

    /** Finds a language by its main country: {@code jp} is often sent for Japanese, and {@code cn} for Chinese. */
    private static Optional<String> findByRegion(String text) {
        var region = UCharacter.toUpperCase(ULocale.ROOT, text);
        if (region.length() != 2 || !isKnownRegion(region) || PRIVATE_REGION.matcher(region).matches()) {
            return Optional.empty();
        }
        var language = ULocale.addLikelySubtags(new ULocale("und_" + region)).getLanguage();
        return Optional.of(language).filter(it -> !it.isEmpty() && !it.equals("und"));
    }

    private static Optional<String> withoutUnknownPart(String text) {
        var subtags = text.replace('_', '-').split("-", 2);
        var language = UCharacter.toLowerCase(ULocale.ROOT, subtags[0]);
        if (subtags.length < 2 || language.length() > 3 && findByName(language).isEmpty()) {
            return Optional.empty();
        }
        return isKnownLanguage(language) && language.matches("[a-z]{2,3}") ? Optional.of(language) : suggest(language);
    }
}
