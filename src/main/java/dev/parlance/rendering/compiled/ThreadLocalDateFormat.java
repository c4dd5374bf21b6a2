package dev.parlance.rendering.compiled;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.text.FieldPosition;
import java.text.ParsePosition;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ICU date format with one instance per thread, shared by all slots of a locale and style.
 *
 * <p>ICU's date formats are not thread-safe.
 */
final class ThreadLocalDateFormat {
    private final ThreadLocal<ZonedFormat> formats;

    ThreadLocalDateFormat(DateFormat format) {
        var days = PrecomputedDates.of(format).orElse(null);
        this.formats = ThreadLocal.withInitial(() -> new ZonedFormat((DateFormat) format.clone(), days));
    }

    void append(Date instant, RenderContext execution) {
        formats.get().append(instant, execution);
    }

    Optional<Date> parse(String text, ZoneId zone) {
        return formats.get().parse(text, zone);
    }

    private static final class ZonedFormat {
        private final DateFormat format;
        private final @Nullable PrecomputedDates days;
        private final StringBuffer text = new StringBuffer();
        private final FieldPosition fieldPosition = new FieldPosition(-1);
        private @Nullable ZoneId zone;

        ZonedFormat(DateFormat format, @Nullable PrecomputedDates days) {
            this.format = format;
            this.days = days;
        }

        void append(Date instant, RenderContext execution) {
            setZone(execution.zone());
            long local = instant.getTime() + format.getTimeZone().getOffset(instant.getTime());
            if (days != null && days.covers(local)) {
                days.append(local, execution);
            } else {
                text.setLength(0);
                execution.append(format.format(instant, text, fieldPosition));
            }
        }

        Optional<Date> parse(String text, ZoneId inZone) {
            setZone(inZone);
            var position = new ParsePosition(0);
            var date = format.parse(text, position);
            return date == null || position.getIndex() < text.length() ? Optional.empty() : Optional.of(date);
        }

        private void setZone(ZoneId next) {
            if (!next.equals(zone)) {
                zone = next;
                format.setTimeZone(toIcuTimeZone(next));
            }
        }

        /**
         * Converts a zone to the form that ICU parses.
         *
         * <p>ICU parses {@code GMT+02:00}, but treats {@code +02:00}, {@code UTC+2} and {@code Z} as an unknown zone with offset 0.
         */
        private static TimeZone toIcuTimeZone(ZoneId zone) {
            if (zone.normalized() instanceof ZoneOffset offset) {
                return TimeZone.getTimeZone(offset.getTotalSeconds() == 0 ? "Etc/UTC" : "GMT" + offset.getId());
            }
            return TimeZone.getTimeZone(zone.getId());
        }
    }
}
