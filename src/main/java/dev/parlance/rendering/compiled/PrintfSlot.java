package dev.parlance.rendering.compiled;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * A printf conversion without an equivalent ICU style.
 *
 * <p>These are strings, booleans and characters, also with width or precision, and padded, hexadecimal, octal and scientific
 * numbers. Such numbers are meant for machines, so their digits are ASCII in every locale. Integers have no word size: -1 is
 * {@code -1} in hexadecimal.
 */
public record PrintfSlot(String name, Conversion conversion, ULocale locale) implements Instruction {

    @Override
    public void execute(RenderContext execution) {
        var value = execution.resolve(name);
        if (value instanceof String text && conversion.isPlainString()) {
            execution.appendString(text);
        } else if (value != null) {
            format(value).ifPresentOrElse(execution::appendString, () -> execution.reportInvalid(name));
        }
    }

    private Optional<String> format(Object value) {
        return switch (conversion.conversion()) {
            case 's' -> Optional.of(pad(truncate(ValueConversions.toPlainString(value))));
            case 'S' -> Optional.of(pad(UCharacter.toUpperCase(locale, truncate(ValueConversions.toPlainString(value)))));
            case 'b' -> Optional.of(pad(truncate(formatBoolean(value))));
            case 'B' -> Optional.of(pad(UCharacter.toUpperCase(locale, truncate(formatBoolean(value)))));
            case 'c' -> formatCharacter(value).map(this::pad);
            case 'C' -> formatCharacter(value).map(text -> pad(UCharacter.toUpperCase(locale, text)));
            case 'd', 'i', 'u' -> ValueConversions.toBigInteger(value).map(integer -> formatAscii('d', integer));
            case 'x', 'X', 'o' -> ValueConversions.toBigInteger(value).map(integer -> formatAscii(conversion.conversion(), integer));
            case 'F' -> ValueConversions.toBigDecimal(value).map(decimal -> formatAscii('f', decimal));
            default -> ValueConversions.toBigDecimal(value).map(decimal -> formatAscii(conversion.conversion(), decimal));
        };
    }

    private String formatAscii(char as, Object value) {
        var flags = conversion.hasWidth() ? conversion.flags() : conversion.flags().replaceAll("[-0]", "");
        var specifier = new StringBuilder("%").append(flags);
        conversion.width().ifPresent(specifier::append);
        if ("eEfgG".indexOf(as) >= 0) {
            conversion.precision().ifPresent(digits -> specifier.append('.').append(digits));
        }
        return String.format(Locale.ROOT, specifier.append(as).toString(), value);
    }

    private static String formatBoolean(Object value) {
        return value instanceof Boolean truth ? truth.toString() : "true";
    }

    private static Optional<String> formatCharacter(Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            return Optional.of(firstGraphemes(text, 1));
        }
        return ValueConversions.toBigInteger(value).map(BigInteger::intValue).filter(UCharacter::isLegal).map(UCharacter::toString);
    }

    private String truncate(String text) {
        return conversion.precision().isPresent() ? firstGraphemes(text, conversion.precision().getAsInt()) : text;
    }

    private static String firstGraphemes(String text, int most) {
        var characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int end = characters.first();
        for (int i = 0; i < most && end != BreakIterator.DONE; i++) {
            end = characters.next();
        }
        return end == BreakIterator.DONE ? text : text.substring(0, end);
    }

    private String pad(String text) {
        int blanks = conversion.width().orElse(0) - text.codePointCount(0, text.length());
        if (blanks <= 0) {
            return text;
        }
        return conversion.hasFlag('-') ? text + " ".repeat(blanks) : " ".repeat(blanks) + text;
    }
}
