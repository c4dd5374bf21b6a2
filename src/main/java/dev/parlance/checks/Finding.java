package dev.parlance.checks;

import dev.parlance.checks.text.TextPart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A likely defect that a check found in a text.
 *
 * @param check the name of the check
 * @param start the start in the typed text, in UTF-16 code units
 * @param end the exclusive end; equal to {@code start} if something is missing there
 * @param explanation the key of the message in the catalog {@code parlance} that explains the finding
 * @param arguments the arguments of that message, by name
 * @param fix the corrected text, if there is one
 */
public record Finding(String check, Severity severity, TextPart part, int start, int end, String explanation,
                      Map<String, Object> arguments, Optional<Fix> fix) {
    public Finding {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** Returns this finding with a corrected text. */
    public Finding withFix(String text) {
        return new Finding(check, severity, part, start, end, explanation, arguments, Optional.of(new Fix(text)));
    }

    Finding withoutFix() {
        return new Finding(check, severity, part, start, end, explanation, arguments, Optional.empty());
    }
}
