package dev.parlance.rendering.compiled;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tables of ICU's output for the date fields of the years 1970 to 2069. Immutable.
 *
 * <p>A date is assembled from the texts for its year, month, day and weekday. Only patterns with no other fields, in the Gregorian
 * calendar, are supported.
 */
final class PrecomputedDates {
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final int YEARS = 100;
    private static final long LAST_DAY = FIRST_DAY.plusYears(YEARS).toEpochDay() - 1;
    private static final long MILLIS_PER_DAY = Duration.ofDays(1).toMillis();
    /** Longer fields print more digits, and their tables would cost more than they save. */
    private static final int MAX_PATTERN_LENGTH = 64;
    private static final Pattern ITEM = Pattern.compile("([a-zA-Z])\\1*|(?:'[^']*(?:'|$)|[^a-zA-Z'])+");

    private final List<Field> items;

    private PrecomputedDates(List<Field> items) {
        this.items = List.copyOf(items);
    }

    static Optional<PrecomputedDates> of(DateFormat format) {
        if (!(format instanceof SimpleDateFormat dates) || !dates.getCalendar().getType().equals("gregorian")
                || dates.toPattern().length() > MAX_PATTERN_LENGTH) {
            return Optional.empty();
        }
        var items = new ArrayList<Field>();
        for (var matcher = ITEM.matcher(dates.toPattern()); matcher.find();) {
            var item = createItem(matcher.group(), dates);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(new PrecomputedDates(items));
    }

    /** @param localMillis milliseconds since 1970-01-01T00:00 in the time zone of the request */
    boolean covers(long localMillis) {
        return localMillis >= 0 && localMillis / MILLIS_PER_DAY <= LAST_DAY;
    }

    void append(long localMillis, RenderContext execution) {
        var day = LocalDate.ofEpochDay(localMillis / MILLIS_PER_DAY);
        for (var item : items) {
            execution.append(item.texts()[day.get(item.field()) - item.minimum()]);
        }
    }

    private record Field(ChronoField field, int minimum, String[] texts) {
    }

    private static Optional<Field> createItem(String pattern, SimpleDateFormat dates) {
        return switch (pattern.charAt(0)) {
            case 'y' -> Optional.of(createItem(pattern, dates, ChronoField.YEAR, FIRST_DAY.getYear(), YEARS));
            case 'M', 'L' -> Optional.of(createItem(pattern, dates, ChronoField.MONTH_OF_YEAR, 1, 12));
            case 'd' -> Optional.of(createItem(pattern, dates, ChronoField.DAY_OF_MONTH, 1, 31));
            case 'E', 'c' -> Optional.of(createItem(pattern, dates, ChronoField.DAY_OF_WEEK, 1, 7));
            default -> pattern.matches("[a-zA-Z]+") ? Optional.empty() : Optional.of(createItem(pattern, dates, ChronoField.ERA, 1, 1));
        };
    }

    private static Field createItem(String pattern, SimpleDateFormat dates, ChronoField field, int least, int count) {
        var format = (SimpleDateFormat) dates.clone();
        format.setTimeZone(TimeZone.GMT_ZONE);
        format.applyPattern(pattern);
        var texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = format.format(new Date(FIRST_DAY.with(field, least + i).toEpochDay() * MILLIS_PER_DAY));
        }
        return new Field(field, least, texts);
    }
}
