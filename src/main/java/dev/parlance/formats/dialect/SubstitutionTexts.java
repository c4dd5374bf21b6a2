package dev.parlance.formats.dialect;

import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Substitutions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses texts of Foundation whose parts have plural forms.
 *
 * <p>A part consumes the next argument unless it has a position. In its forms, the first conversion without a position prints this
 * argument, and further conversions print the arguments that follow.
 */
final class SubstitutionTexts {
    private static final int MAX_DEPTH = 8;
    /** Parts refer to each other, so a small file could expand to a huge text. */
    private static final int MAX_PARTS = 500;

    private final Substitutions source;
    private final LocaleTag locale;
    private int expanded;

    private SubstitutionTexts(Substitutions source, LocaleTag locale) {
        this.source = source;
        this.locale = locale;
    }

    /** @throws TextSyntaxException if a part is missing or the text contains itself */
    static ParsedPattern parse(Substitutions source, LocaleTag locale) {
        return new SubstitutionTexts(source, locale).parse(source.text(), new Positions(0, 0), 0);
    }

    /** The next argument, and the first argument of a form. */
    private static final class Positions {
        private final int own;
        private int next;
        private boolean ownTaken;

        /** A text without an argument of its own passes the same number twice. */
        Positions(int own, int next) {
            this.own = own;
            this.next = next;
            this.ownTaken = own == next;
        }

        int takeConversion() {
            if (!ownTaken) {
                ownTaken = true;
                return own;
            }
            return next++;
        }

        int takePart() {
            return next++;
        }
    }

    private ParsedPattern parse(String text, Positions positions, int depth) {
        var parts = new ArrayList<PatternPart>();
        var printf = new StringBuilder();
        for (int at = 0; at < text.length();) {
            int end = text.charAt(at) == '%' ? PrintfTexts.endOfSpecifier(text, at) : -1;
            if (end < 0) {
                printf.append(text.charAt(at++));
                continue;
            }
            var specifier = text.substring(at, end);
            if (specifier.endsWith("#@")) {
                parts.addAll(PrintfTexts.parse(printf.toString()).parts());
                printf.setLength(0);
                int close = text.indexOf('@', end);
                parts.add(parsePart(text, at, specifier, close < 0 ? "" : text.substring(end, close), positions, depth));
                at = close + 1;
            } else {
                boolean takesNext = specifier.indexOf('$') < 0 && !specifier.endsWith("%");
                var conversion = specifier.endsWith("@") ? specifier.substring(0, specifier.length() - 1) + "s" : specifier;
                printf.append(takesNext ? "%" + (positions.takeConversion() + 1) + "$" + conversion.substring(1) : conversion);
                at = end;
            }
        }
        parts.addAll(PrintfTexts.parse(printf.toString()).parts());
        return new ParsedPattern(parts);
    }

    private PatternPart parsePart(String text, int at, String specifier, String name, Positions positions, int depth) {
        var forms = source.variables().get(name);
        if (forms == null || depth >= MAX_DEPTH || ++expanded > MAX_PARTS) {
            throw new TextSyntaxException(forms == null ? Reason.INVALID_PATTERN : Reason.UNSUPPORTED_CONVERSION, at,
                    Placeholders.excerpt(text, at));
        }
        int dollar = specifier.indexOf('$');
        int position = dollar > 0 ? Integer.parseInt(specifier.substring(1, dollar)) - 1 : positions.takePart();
        return parseForms(forms, ArgumentNames.isPosition(forms.argument()) ? Integer.parseInt(forms.argument()) : position, depth);
    }

    private PatternPart parseForms(PluralForms forms, int position, int depth) {
        var own = Integer.toString(position);
        var name = forms.argument().isEmpty() ? own : forms.argument();
        var plural = new PluralTexts(forms.ordinal(), locale);
        forms.forms().forEach((selector, form) -> plural.add(selector,
                withName(parse(form, new Positions(position, position + 1), depth + 1), own, name)));
        return plural.build(name, false);
    }

    private static ParsedPattern withName(ParsedPattern form, String position, String name) {
        List<PatternPart> named = new ArrayList<>();
        for (var part : form.parts()) {
            if (part instanceof Slot slot && slot.name().equals(position)) {
                named.add(new Slot(name));
            } else if (part instanceof StyledSlot styled && styled.name().equals(position)) {
                named.add(new StyledSlot(name, styled.type(), styled.style()));
            } else {
                named.add(part);
            }
        }
        return new ParsedPattern(named);
    }
}
