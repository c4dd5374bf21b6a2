package dev.parlance.recognition;

import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.CurrencyAmount;
import com.ibm.icu.util.ULocale;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.Branching;
import dev.parlance.rendering.compiled.Instruction;
import dev.parlance.rendering.compiled.PrintfSlot;
import dev.parlance.rendering.compiled.RenderContext;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the values of arguments from what a text shows of them.
 *
 * <p>A value is accepted only if its instruction prints it as it is shown. Immutable.
 */
final class ArgumentReader {
    /** Longer than any number that is rendered: thirty digits before and after the point, grouped or spelled out. */
    private static final int MAX_NUMBER_LENGTH = 1024;
    private static final LocalTime ANOTHER_TIME = LocalTime.of(17, 38, 49);

    private final ULocale locale;
    private final boolean rightToLeft;
    private final NumberReader numbers;

    ArgumentReader(LocaleTag locale) {
        this.locale = locale.toULocale();
        this.rightToLeft = locale.isRightToLeft();
        this.numbers = new NumberReader(DecimalFormatSymbols.getInstance(this.locale));
    }

    /** Returns whether the argument is missing, so that its name is shown. */
    static boolean isMissing(Instruction hole, String shown) {
        return shown.length() == hole.name().length() + 2 && shown.equals("{" + hole.name() + "}");
    }

    /** Returns the value that the instruction prints as shown. */
    Optional<Object> read(Instruction hole, String shown, ArgumentContract contract) {
        if (hole instanceof Instruction.Slot) {
            return contract.declares(hole.name(), ArgumentType.NUMBER) ? readNumber(hole, shown) : readSlot(hole, shown);
        } else if (hole instanceof Instruction.NumberSlot || hole instanceof Branching) {
            return readNumber(hole, shown);
        }
        return readFormatted(hole, shown);
    }

    /** Returns the value of a plain slot that shows another type than declared, for example a text in place of a number. */
    Optional<Object> readUndeclared(Instruction hole, String shown) {
        return hole instanceof Instruction.Slot ? readSlot(hole, shown) : Optional.empty();
    }

    private Optional<Object> readSlot(Instruction hole, String shown) {
        var text = readString(shown);
        return text.isPresent() ? text : readNumber(hole, shown);
    }

    /** Returns the string that is isolated as shown, or empty if a string would be isolated in another way. */
    private Optional<Object> readString(String shown) {
        if (isIsolated(shown)) {
            var inner = shown.substring(1, shown.length() - 1);
            if (rightToLeft || BidiIsolation.hasRightToLeft(inner)) {
                return Optional.of(inner);
            }
        }
        return rightToLeft || BidiIsolation.hasRightToLeft(shown) ? Optional.empty() : Optional.of(shown);
    }

    private static boolean isIsolated(String shown) {
        return shown.length() > 1 && shown.charAt(0) == RenderContext.FIRST_STRONG_ISOLATE
                && shown.charAt(shown.length() - 1) == RenderContext.POP_DIRECTIONAL_ISOLATE;
    }

    static String withoutIsolates(String shown) {
        return isIsolated(shown) ? shown.substring(1, shown.length() - 1) : shown;
    }

    private Optional<Object> readNumber(Instruction hole, String shown) {
        return shown.length() > MAX_NUMBER_LENGTH ? Optional.empty()
                : numbers.candidates(shown).<Object>map(it -> it).filter(prints(hole, shown)).findFirst();
    }

    private Optional<Object> readFormatted(Instruction hole, String shown) {
        if (hole instanceof PrintfSlot slot) {
            return Stream.concat(PrintfReader.candidates(slot.conversion(), withoutIsolates(shown)), Stream.<Object>of(shown))
                    .filter(prints(hole, shown)).findFirst();
        } else if (shown.length() > MAX_NUMBER_LENGTH) {
            return Optional.empty();
        } else if (hole instanceof Instruction.DateSlot date) {
            return readDate(date, shown);
        } else if (hole instanceof Instruction.SpelloutSlot spelled) {
            return parse((NumberFormat) spelled.format().clone(), shown).filter(prints(hole, shown));
        } else if (hole instanceof Instruction.AmountSlot) {
            return readAmount(shown).filter(prints(hole, shown));
        }
        return readNumber(hole, shown);
    }

    private static Optional<Object> parse(NumberFormat format, String shown) {
        var position = new ParsePosition(0);
        var number = format.parse(shown, position);
        return number == null || position.getIndex() < shown.length() ? Optional.empty() : Optional.of(number);
    }

    private Optional<Object> readAmount(String shown) {
        return Optional.ofNullable(NumberFormat.getInstance(locale, NumberFormat.CURRENCYSTYLE).parseCurrency(shown, new ParsePosition(0)));
    }

    /**
     * Reads a day.
     *
     * <p>A time of day is not read, because its zone is unknown.
     */
    private Optional<Object> readDate(Instruction.DateSlot hole, String shown) {
        var midnight = hole.parse(shown, ZoneOffset.UTC).map(it -> it.toInstant().atOffset(ZoneOffset.UTC).toLocalDateTime())
                .filter(it -> it.toLocalTime().equals(LocalTime.MIDNIGHT));
        return midnight.filter(it -> prints(hole, shown).test(it.toLocalDate().atTime(ANOTHER_TIME).atOffset(ZoneOffset.UTC).toString()))
                .map(it -> it.toLocalDate()).<Object>map(LocalDate::toString).filter(prints(hole, shown));
    }

    private Predicate<Object> prints(Instruction hole, String shown) {
        return value -> {
            var context = new RenderContext(Map.of(hole.name(), value), BidiIsolation.WHERE_NEEDED, rightToLeft, ZoneOffset.UTC);
            hole.execute(context);
            return context.toRenderedText().text().equals(shown);
        };
    }

    /** Converts a value to the form in which callers give it: an amount becomes {@code 12.50 EUR}. */
    static Object toArgument(Object value) {
        return value instanceof CurrencyAmount amount ? amount.getNumber() + " " + amount.getCurrency().getCurrencyCode() : value;
    }
}
