package dev.parlance.rendering.compiled;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.text.FieldPosition;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** One of ICU's date formats, which are not thread-safe: each thread has its own, shared by all slots of a locale and style. */
final class OwnDateFormat {
    private final ThreadLocal<InZone> own;

    OwnDateFormat(DateFormat format) {
        var days = DayTexts.of(format).orElse(null);
        this.own = ThreadLocal.withInitial(() -> new InZone((DateFormat) format.clone(), days));
    }

    void append(Date instant, Execution execution) {
        own.get().append(instant, execution);
    }

    private static final class InZone {
        private final DateFormat format;
        private final @Nullable DayTexts days;
        private final StringBuffer text = new StringBuffer();
        private final FieldPosition anywhere = new FieldPosition(-1);
        private @Nullable ZoneId zone;

        InZone(DateFormat format, @Nullable DayTexts days) {
            this.format = format;
            this.days = days;
        }

        void append(Date instant, Execution execution) {
            if (!execution.zone().equals(zone)) {
                zone = execution.zone();
                format.setTimeZone(icu(zone));
            }
            long local = instant.getTime() + format.getTimeZone().getOffset(instant.getTime());
            if (days != null && days.hold(local)) {
                days.append(local, execution);
            } else {
                text.setLength(0);
                execution.append(format.format(instant, text, anywhere));
            }
        }

        /** ICU knows {@code GMT+02:00}, but takes {@code +02:00}, {@code UTC+2} and {@code Z} for an unknown zone without offset. */
        private static TimeZone icu(ZoneId zone) {
            if (zone.normalized() instanceof ZoneOffset offset) {
                return TimeZone.getTimeZone(offset.getTotalSeconds() == 0 ? "Etc/UTC" : "GMT" + offset.getId());
            }
            return TimeZone.getTimeZone(zone.getId());
        }
    }
}
