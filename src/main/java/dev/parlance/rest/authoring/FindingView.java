package dev.parlance.rest.authoring;

import dev.parlance.checks.Finding;
import dev.parlance.checks.Fix;
import dev.parlance.exchange.ServiceMessages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a check says of a text, on the wire. */
@Schema(name = "Finding")
public record FindingView(
        @Schema(description = "The name of the check", examples = "punctuation") String check,
        @Schema(enumeration = {"error", "warning", "information"}) String severity,
        @Schema(enumeration = {"message", "description"}) String part,
        @Schema(description = "Where it begins in the part, in UTF-16 code units") int start,
        @Schema(description = "Where it ends, exclusive") int end,
        @Schema(description = "In the language of the caller") String title,
        @Schema(description = "In the language of the caller") String detail,
        @Schema(description = "The whole part mended; absent where that is not certain") @Nullable String fix) {

    public static List<FindingView> of(List<Finding> findings, ServiceMessages ownTexts, Optional<String> acceptLanguage) {
        return findings.stream().map(it -> of(it, ownTexts, acceptLanguage)).toList();
    }

    private static FindingView of(Finding it, ServiceMessages ownTexts, Optional<String> acceptLanguage) {
        var explained = ownTexts.render(it.explanation(), it.arguments(), acceptLanguage);
        return new FindingView(it.check(), toLabel(it.severity()), toLabel(it.part()), it.start(), it.end(), explained.title(), explained.detail(),
                it.fix().map(Fix::text).orElse(null));
    }

    private static String toLabel(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
