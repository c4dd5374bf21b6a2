package dev.parlance.rendering.compiled;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * A conversion that no ICU style can say: strings with width or precision, padded, hexadecimal, octal and scientific numbers. Those
 * are for machines, so their digits are ASCII in every locale. Integers have no word size: -1 is {@code -1} in hexadecimal.
 */
public record PrintfSlot(String name, Conversion conversion, ULocale locale) implements Instruction {

    @Override
    public void run(Execution execution) {
        var value = execution.value(name);
        if (value instanceof String text && conversion.plain()) {
            execution.insert(text);
        } else if (value != null) {
            formatted(value).ifPresentOrElse(execution::insert, () -> execution.mistyped(name));
        }
    }

    private Optional<String> formatted(Object value) {
        return switch (conversion.conversion()) {
            case 's' -> Optional.of(padded(cut(Values.plain(value))));
            case 'S' -> Optional.of(padded(UCharacter.toUpperCase(locale, cut(Values.plain(value)))));
            case 'b' -> Optional.of(padded(cut(truth(value))));
            case 'B' -> Optional.of(padded(UCharacter.toUpperCase(locale, cut(truth(value)))));
            case 'c' -> character(value).map(this::padded);
            case 'C' -> character(value).map(text -> padded(UCharacter.toUpperCase(locale, text)));
            case 'd', 'i', 'u' -> Values.integer(value).map(integer -> machine('d', integer));
            case 'x', 'X', 'o' -> Values.integer(value).map(integer -> machine(conversion.conversion(), integer));
            case 'F' -> Values.decimal(value).map(decimal -> machine('f', decimal));
            default -> Values.decimal(value).map(decimal -> machine(conversion.conversion(), decimal));
        };
    }

    private String machine(char as, Object value) {
        var flags = conversion.padded() ? conversion.flags() : conversion.flags().replaceAll("[-0]", "");
        var specifier = new StringBuilder("%").append(flags);
        conversion.width().ifPresent(specifier::append);
        if ("eEfgG".indexOf(as) >= 0) {
            conversion.precision().ifPresent(digits -> specifier.append('.').append(digits));
        }
        return String.format(Locale.ROOT, specifier.append(as).toString(), value);
    }

    private static String truth(Object value) {
        return value instanceof Boolean truth ? truth.toString() : "true";
    }

    private static Optional<String> character(Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            return Optional.of(graphemes(text, 1));
        }
        return Values.integer(value).map(BigInteger::intValue).filter(UCharacter::isLegal).map(UCharacter::toString);
    }

    private String cut(String text) {
        return conversion.precision().isPresent() ? graphemes(text, conversion.precision().getAsInt()) : text;
    }

    private static String graphemes(String text, int most) {
        var characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int end = characters.first();
        for (int i = 0; i < most && end != BreakIterator.DONE; i++) {
            end = characters.next();
        }
        return end == BreakIterator.DONE ? text : text.substring(0, end);
    }

    private String padded(String text) {
        int blanks = conversion.width().orElse(0) - text.codePointCount(0, text.length());
        if (blanks <= 0) {
            return text;
        }
        return conversion.has('-') ? text + " ".repeat(blanks) : " ".repeat(blanks) + text;
    }
}
