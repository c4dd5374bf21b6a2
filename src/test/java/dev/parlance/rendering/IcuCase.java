package dev.parlance.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.LocaleFormatters;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A pattern in a locale and a time zone, printed by Parlance and by ICU's {@code MessageFormat}. */
record IcuCase(String pattern, ULocale locale, Zone zone) {
    private static final Map<ULocale, LocaleFormatters> FORMATS = new ConcurrentHashMap<>();

    /** A prefix of {@code other}, which ICU's parser accepts: its formatter then overflows the stack. */
    private static final Pattern WITHOUT_OTHER = Pattern.compile("o(t|th|the)?[\\s\\x{85}\\x{200E}\\x{200F}]*\\{");

    /** Rule-based formats. */
    private static final Pattern SPELLED = Pattern.compile("(?i),\\W*(spellout|ordinal|duration)");

    /** Formats that print milliseconds in a string as a date. ICU rejects every string. */
    private static final Pattern DATED = Pattern.compile("(?i),\\W*(date|time)");
    private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,15}");

    private static final Pattern AMOUNTS = Pattern.compile("(?i),\\s*currency\\W|\u00A4");

    enum Zone {
        UTC(ZoneOffset.UTC, "UTC"),
        OFFSET(ZoneOffset.ofHoursMinutes(5, 30), "GMT+05:30"),
        REGION(ZoneId.of("America/St_Johns"), "America/St_Johns");

        private final ZoneId id;
        private final TimeZone icu;

        Zone(ZoneId id, String icu) {
            this.id = id;
            this.icu = TimeZone.getTimeZone(icu);
        }
    }

    /** @return whether the pattern is valid */
    boolean printsWhatIcuPrints(List<Map<String, Object>> arguments) {
        var icu = parsed();
        CompiledText ours;
        try {
            ours = compiled(pattern, locale);
        } catch (TextSyntaxException e) {
            assertRejectedWithReason(e, icu);
            return false;
        }
        assertThat(icu).as("what we compile: %s", this).isPresent();
        boolean spelled = SPELLED.matcher(pattern).find();
        boolean dated = DATED.matcher(pattern).find();
        for (var given : arguments) {
            var fit = new HashMap<>(given);
            fit.values().removeIf(it -> spelled && cannotBeSpelled(it) || dated && it instanceof String text
                    && MILLIS.matcher(text).matches());
            assertSameOutput(icu.get(), ours, fit);
        }
        return true;
    }

    static CompiledText compiled(String pattern, ULocale locale) {
        var formats = FORMATS.computeIfAbsent(locale, LocaleFormatters::new);
        return new CompiledText(false, Renderer.compileIcu(pattern, ApostropheMode.DOUBLE_OPTIONAL, formats, ArgumentContract.EMPTY));
    }

    private void assertRejectedWithReason(TextSyntaxException e, Optional<MessageFormat> icu) {
        assertThat(e.offset()).as("offset: %s", this).isBetween(0, pattern.length());
        if (e.reason() == TextSyntaxException.Reason.INVALID_STYLE) {
            assertThat(formatsNothing(e.getMessage())).as("date style %s: %s", e.getMessage(), this).isTrue();
        } else if (!(e.reason() == TextSyntaxException.Reason.MISSING_OTHER && WITHOUT_OTHER.matcher(pattern).find())) {
            assertThat(icu).as("what Parlance rejects with %s: %s", e.getMessage(), this).isEmpty();
        }
    }

    private void assertSameOutput(MessageFormat icu, CompiledText ours, Map<String, Object> given) {
        var rendering = ours.render(given, BidiIsolation.NEVER, zone.id);
        if (rendering.invalid().isEmpty()) {
            assertThat(Optional.of(rendering.text())).as("%s with %s", this, given).isEqualTo(formatted(icu, given));
            return;
        }
        if (rendering.invalid().stream().map(given::get).noneMatch(it -> isBeyondTheCalendar(it) || isBareAmount(it))) {
            assertThat(formatted(icu, given))
                    .as("%s is not what the pattern needs: %s with %s", rendering.invalid(), this, given).isEmpty();
        }
        var fewer = new HashMap<>(given);
        fewer.keySet().removeAll(rendering.invalid());
        assertSameOutput(icu, ours, fewer);
    }

    /** Returns whether a currency style may be applied to a number without a currency. ICU prints XXX for it; Parlance reports it. */
    private boolean isBareAmount(Object value) {
        return value instanceof Number && AMOUNTS.matcher(pattern).find();
    }

    /** Returns whether the year is before 1 or after 9999. ICU prints such dates, Parlance reports them. */
    private static boolean isBeyondTheCalendar(Object value) {
        return value instanceof Number number && (number.doubleValue() < Instant.parse("0001-01-01T00:00:00Z").toEpochMilli()
                || number.doubleValue() > Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli());
    }

    /**
     * Returns whether ICU cannot spell the number.
     *
     * <p>ICU loops endlessly on a fraction below 1e-10. At or below {@code Long.MIN_VALUE} it throws, even if it only selects a
     * plural branch.
     */
    private static boolean cannotBeSpelled(Object value) {
        if (!(value instanceof Number number)) {
            return false;
        }
        double size = Math.abs(number.doubleValue());
        double fraction = size - Math.floor(size);
        return fraction > 0 && fraction < 1e-10 || number.doubleValue() <= Long.MIN_VALUE;
    }

    private Optional<MessageFormat> parsed() {
        // Nested date formats are not accessible and keep the time zone that was the default when they were created.
        var home = TimeZone.getDefault();
        TimeZone.setDefault(zone.icu);
        try {
            return Optional.of(new MessageFormat(pattern, locale));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        } finally {
            TimeZone.setDefault(home);
        }
    }

    private static Optional<String> formatted(MessageFormat icu, Map<String, Object> arguments) {
        var values = new HashMap<>(arguments);
        try {
            return Optional.of(icu.format(values));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private boolean formatsNothing(String style) {
        return formatted(new MessageFormat("{0,date," + style + "}", locale), Map.of("0", new Date(0))).isEmpty();
    }
}
