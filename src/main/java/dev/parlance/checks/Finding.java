package dev.parlance.checks;

import dev.parlance.checks.text.TextPart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to be mended.
 *
 * @param check       the name of the check that says so
 * @param start       where in the text as typed, in UTF-16 units, up to {@code end}; both alike where something is missing
 * @param explanation the key of the message in the catalog {@code parlance} that says it to people
 * @param arguments   of that message, by name
 */
public record Finding(String check, Severity severity, TextPart part, int start, int end, String explanation,
                      Map<String, Object> arguments, Optional<Fix> fix) {
    public Finding {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    Finding withFix(String text) {
        return new Finding(check, severity, part, start, end, explanation, arguments, Optional.of(new Fix(text)));
    }

    Finding withoutFix() {
        return new Finding(check, severity, part, start, end, explanation, arguments, Optional.empty());
    }
}
