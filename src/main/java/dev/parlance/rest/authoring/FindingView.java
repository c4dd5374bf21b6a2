package dev.parlance.rest.authoring;

import dev.parlance.checks.Finding;
import dev.parlance.checks.Fix;
import dev.parlance.exchange.ServiceMessages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a finding of a check. */
@Schema(name = "Finding")
public record FindingView(
        @Schema(description = "Name of the check", examples = "punctuation") String check,
        @Schema(enumeration = {"error", "warning", "information"}) String severity,
        @Schema(enumeration = {"message", "description"}) String part,
        @Schema(description = "Start offset in the part, in UTF-16 code units") int start,
        @Schema(description = "End offset, exclusive") int end,
        @Schema(description = "In the caller's language") String title,
        @Schema(description = "In the caller's language") String detail,
        @Schema(description = "The whole part, corrected; absent if the correction is not certain") @Nullable String fix) {

    public static List<FindingView> of(List<Finding> findings, ServiceMessages serviceMessages, Optional<String> acceptLanguage) {
        return findings.stream().map(it -> of(it, serviceMessages, acceptLanguage)).toList();
    }

    private static FindingView of(Finding it, ServiceMessages serviceMessages, Optional<String> acceptLanguage) {
        var explained = serviceMessages.render(it.explanation(), it.arguments(), acceptLanguage);
        return new FindingView(it.check(), toLabel(it.severity()), toLabel(it.part()), it.start(), it.end(), explained.title(),
                explained.detail(), it.fix().map(Fix::text).orElse(null));
    }

    private static String toLabel(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
