package dev.parlance.formats.dialect;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.RawText.Substitutions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.JavaMessageFormatReader;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;

/** Converts texts of files to the form in which they are stored. */
public final class DialectReader {
    private DialectReader() {
    }

    /**
     * Converts a text.
     *
     * @param locale determines the plural forms that a text with missing forms gets
     * @throws dev.parlance.rendering.syntax.TextSyntaxException if the text violates the dialect; the offset refers to the raw text, or to
     *         the invalid form
     */
    public static ConvertedText read(MessageDialect dialect, RawText text, LocaleTag locale) {
        if (text instanceof Single single) {
            return readSingle(dialect, single.text(), locale);
        } else if (text instanceof PluralForms forms) {
            return toIcu(parseForms(dialect, forms, locale));
        }
        return toIcu(SubstitutionTexts.parse((Substitutions) text, locale));
    }

    /** Converts literal text, such as a comment, to the syntax of the text that it describes. */
    public static String quote(ConvertedText text, String literal) {
        return switch (text.syntax()) {
            case PLAIN -> literal;
            case PRINTF -> literal.replace("%", "%%");
            case ICU -> PatternText.quote(literal);
        };
    }

    private static ConvertedText readSingle(MessageDialect dialect, String text, LocaleTag locale) {
        return switch (dialect) {
            case PLAIN -> new ConvertedText(Syntax.PLAIN, text);
            case ICU -> IcuTexts.read(text);
            case JAVA -> new ConvertedText(Syntax.ICU, JavaMessageFormatReader.toPattern(text).pattern());
            case SPRING -> hasPosition(text) ? new ConvertedText(Syntax.ICU, JavaMessageFormatReader.toPattern(text).pattern())
                    : new ConvertedText(Syntax.PLAIN, text);
            case PRINTF -> toPrintf(text);
            case APPLE -> toPrintf(PrintfTexts.fromApple(text));
            case PYTHON -> PrintfTexts.hasPythonNames(text) ? toIcu(PrintfTexts.parsePython(text)) : toPrintf(text);
            case BRACES, I18NEXT, RUBY, GO, WEBEXTENSION, SYMFONY -> toIcu(parse(dialect, text, locale));
        };
    }

    private static ConvertedText toPrintf(String text) {
        PrintfParser.parse(text);
        return new ConvertedText(Syntax.PRINTF, text);
    }

    private static ConvertedText toIcu(ParsedPattern pattern) {
        var names = ArgumentNames.of(pattern);
        return new ConvertedText(Syntax.ICU, IcuPatternWriter.write(names.isEmpty() ? pattern : names.rename(pattern)), names.renamed());
    }

    /** Spring passes a text to {@code MessageFormat} only if the call has arguments. */
    static boolean hasPosition(String text) {
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            if (at + 1 < text.length() && text.charAt(at + 1) >= '0' && text.charAt(at + 1) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static ParsedPattern parseForms(MessageDialect dialect, PluralForms forms, LocaleTag locale) {
        var plural = new PluralTexts(forms.ordinal(), locale);
        forms.forms().forEach((selector, form) -> plural.add(selector, dialect == MessageDialect.SYMFONY
                ? Placeholders.parseSymfony(form) : parse(dialect, form, locale)));
        return new ParsedPattern(List.of(plural.build(forms.argument(), hasNumberSigns(dialect))));
    }

    /** A printf conversion prints a number without grouping, but {@code #} groups it. In braces, a number sign is literal. */
    private static boolean hasNumberSigns(MessageDialect dialect) {
        return dialect != MessageDialect.PRINTF && dialect != MessageDialect.APPLE && dialect != MessageDialect.PYTHON
                && dialect != MessageDialect.BRACES;
    }

    /** Parses a text to an ICU pattern with the argument names of the file. */
    private static ParsedPattern parse(MessageDialect dialect, String text, LocaleTag locale) {
        return switch (dialect) {
            case PLAIN -> literal(text);
            case ICU -> IcuTexts.parse(text);
            case JAVA -> ParsedPattern.of(JavaMessageFormatReader.toPattern(text));
            case SPRING -> hasPosition(text) ? ParsedPattern.of(JavaMessageFormatReader.toPattern(text)) : literal(text);
            case PRINTF -> PrintfTexts.parse(text);
            case APPLE -> PrintfTexts.parse(PrintfTexts.fromApple(text));
            case PYTHON -> PrintfTexts.parsePython(text);
            case RUBY -> PrintfTexts.parseRuby(text);
            case BRACES -> Placeholders.parseBraces(text);
            case I18NEXT -> I18nextTexts.parse(text, locale);
            case GO -> Placeholders.parseGo(text);
            case WEBEXTENSION -> Placeholders.parseWebExtension(text);
            case SYMFONY -> SymfonyTexts.parse(text, locale);
        };
    }

    private static ParsedPattern literal(String text) {
        return new PartsBuilder().add(text).build();
    }
}
