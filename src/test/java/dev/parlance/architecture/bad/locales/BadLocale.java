package dev.parlance.architecture.bad.locales;

import dev.parlance.architecture.bad.rendering.BadRenderer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

/** Imports a package above it, and uses every default of the machine. */
public class BadLocale {
    BadRenderer renderer = new BadRenderer();

    Object[] defaults(String text, byte[] bytes) {
        return new Object[] {Locale.getDefault(), ZoneId.systemDefault(), TimeZone.getDefault(), text.toLowerCase(),
            text.toUpperCase(), text.getBytes(), new String(bytes), String.format("%d", 1), "%d".formatted(1)};
    }

    Object[] stated(String text, byte[] bytes) {
        return new Object[] {Locale.ROOT, ZoneId.of("UTC"), text.toLowerCase(Locale.ROOT), text.getBytes(StandardCharsets.UTF_8),
            new String(bytes, StandardCharsets.UTF_8), String.format(Locale.ROOT, "%d", 1)};
    }
}
