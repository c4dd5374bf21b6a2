package dev.parlance.rendering;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** One of ICU's date formats, which are not thread-safe: each thread has its own, shared by all slots of a locale and style. */
final class OwnDateFormat {
    private final ThreadLocal<InZone> own;

    OwnDateFormat(DateFormat format) {
        this.own = ThreadLocal.withInitial(() -> new InZone((DateFormat) format.clone()));
    }

    String format(Date instant, ZoneId zone) {
        return own.get().format(instant, zone);
    }

    private static final class InZone {
        private final DateFormat format;
        private @Nullable ZoneId zone;

        InZone(DateFormat format) {
            this.format = format;
        }

        String format(Date instant, ZoneId wanted) {
            if (!wanted.equals(zone)) {
                format.setTimeZone(icu(wanted));
                zone = wanted;
            }
            return format.format(instant);
        }

        /** ICU knows the names of the IANA database, and offsets by their custom names only. */
        private static TimeZone icu(ZoneId zone) {
            if (zone instanceof ZoneOffset offset) {
                return TimeZone.getTimeZone(offset.getTotalSeconds() == 0 ? "Etc/UTC" : "GMT" + offset.getId());
            }
            return TimeZone.getTimeZone(zone.getId());
        }
    }
}
