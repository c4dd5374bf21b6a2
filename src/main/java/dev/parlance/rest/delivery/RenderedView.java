package dev.parlance.rest.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.rest.problem.RpcStatus;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a rendered message. */
@Schema(name = "RenderedMessage")
record RenderedView(
        @Schema(examples = "-1015") String key,
        @Schema(examples = "-1015") String code,
        @Schema(examples = "TOO_MANY_NEW_ORDERS") String reason,
        @Schema(examples = "400") int httpStatus,
        @Schema(description = MessageView.GRPC_STATUS, examples = "INVALID_ARGUMENT") String grpcStatus,
        @Schema(description = "Message text for the reader") String text,
        @Schema(description = "Longer explanation, with advice on how to proceed") String description,
        @Schema(description = "Locale of the text (BCP 47)", examples = "ja") String locale,
        @Schema(description = "Requested locale (BCP 47)", examples = "ja-JP") String requestedLocale,
        @Schema(description = "Whether the text is in a locale other than the requested one") boolean fallback,
        @Schema(description = "Arguments by declared name, as sent; values that cannot be echoed are left out")
        @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, ? extends @Nullable Object> arguments,
        @Schema(description = "Declared or used, but not sent; visible in the text as {name}") SortedSet<String> missingArguments,
        @Schema(description = "Sent, but not declared") SortedSet<String> unexpectedArguments,
        @Schema(description = "Sent in a form that the declared type does not accept") SortedSet<String> invalidArguments,
        @Schema(description = "Examples of accepted values of the invalid arguments, by name; absent if there are none")
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> acceptedForms,
        @Schema(examples = "1") int release,
        @Schema(description = "Keys of the other messages with the same code, at most " + MAX_SAME_CODE) List<String> sameCode,
        @Schema(description = "Advice for clients; absent if all values are defaults") @Nullable PublishedAdvice advice) {
    /** The number of listed keys. The list of messages with the parameter {@code code} returns all. */
    static final int MAX_SAME_CODE = 100;

    /**
     * Renders a message.
     *
     * @param strict whether arguments that do not match the declared ones are rejected instead of reported
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#ARGUMENT_MISMATCH}, if strict
     */
    static RenderedView of(Snapshot snapshot, ReaderLocale locale, PublishedMessage message, ArgumentValues arguments,
                           ZoneId zone, boolean strict) {
        var rendered = message.render(arguments, zone);
        if (strict) {
            rejectMismatch(message, arguments, rendered);
        }
        return new RenderedView(message.key(), message.code(), message.reason(), message.httpStatus(), message.grpcStatus().name(),
                rendered.text(), rendered.description(), message.locale().value(), locale.requested().value(),
                !message.locale().equals(locale.requested()), arguments.rawValues(), rendered.missing(),
                arguments.unexpected(), rendered.invalid(),
                message.contract().acceptedForms(rendered.invalid()), snapshot.release(), sameCode(locale, message),
                message.advice().orElse(null));
    }

    /** Returns the message as a problem document (RFC 9457), which a back end can forward unchanged. */
    Map<String, Object> toProblem(String catalog) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", ProblemDocuments.typeUri(catalog, key));
        document.put("title", text);
        document.put("status", httpStatus);
        document.put("detail", description);
        document.put("code", code);
        document.put("reason", reason);
        document.put("locale", locale);
        document.put("arguments", arguments);
        document.put("missingArguments", missingArguments);
        document.put("release", release);
        if (advice != null) {
            document.put("advice", advice);
        }
        return document;
    }

    /**
     * Returns the message as a {@code google.rpc.Status}.
     *
     * @param developerText the text in English
     */
    RpcStatus toRpcStatus(String catalog, String developerText) {
        return new RpcStatus(GrpcStatus.valueOf(grpcStatus), developerText, reason, catalog, arguments,
                new RpcStatus.LocalizedText(locale, text), new RpcStatus.HelpLink(code, ProblemDocuments.typeUri(catalog, key)));
    }

    /** Returns the keys of the other messages with the code, the first {@value #MAX_SAME_CODE} of them. */
    static List<String> sameCode(ReaderLocale locale, PublishedMessage message) {
        // Most codes are unique, and every rendered message needs this list.
        return message.hasUniqueCode() ? List.of()
                : locale.served().findByCode(message.code(), MAX_SAME_CODE + 1).stream().map(PublishedMessage::key)
                .filter(key -> !key.equals(message.key())).limit(MAX_SAME_CODE).toList();
    }

    /** Returns the maximum number of bytes of the large members. Keys are ASCII. */
    long maxBytes() {
        long characters = (long) text.length() + description.length();
        for (var value : arguments.values()) {
            characters += value instanceof String it ? it.length() : 0;
        }
        long keyBytes = 0;
        for (var it : sameCode) {
            keyBytes += it.length();
        }
        return RenderBudget.MAX_BYTES_PER_CHARACTER * characters + keyBytes;
    }

    private static void rejectMismatch(PublishedMessage message, ArgumentValues arguments, PublishedMessage.Rendered rendered) {
        var mismatched = new TreeSet<>(rendered.missing());
        mismatched.addAll(arguments.unexpected());
        mismatched.addAll(rendered.invalid());
        if (!mismatched.isEmpty()) {
            throw ProblemType.ARGUMENT_MISMATCH.with(message.key(), String.join(", ", mismatched), message.contract().describeForms())
                    .withMember("missingArguments", rendered.missing())
                    .withMember("unexpectedArguments", arguments.unexpected())
                    .withMember("invalidArguments", rendered.invalid())
                    .withMember("acceptedForms", message.contract().acceptedForms(mismatched));
        }
    }
}
