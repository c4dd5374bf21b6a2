package dev.parlance.rest.recognition;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.JsonBody;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a request to resolve texts. */
@Schema(name = "ResolveRequest")
record ResolveRequest(
        @Schema(description = "Text to resolve; either this or `texts`", maxLength = ResolveRequest.MAX_TEXT_LENGTH,
                examples = "Illegal parameter 'symbol'") @Nullable String text,
        @Schema(description = "Texts to resolve", maxItems = ResolveRequest.MAX_TEXTS) @Nullable List<String> texts,
        @Schema(description = "Code that came with the text; among equally good messages, those with this code come first",
                examples = "-1130") @Nullable String code,
        @Schema(description = "BCP 47 language tag of the text; all languages of the catalog if omitted", examples = "en")
        @Nullable String from,
        @Schema(description = "BCP 47 language tag of the reader; Accept-Language is used if omitted", examples = "ja")
        @Nullable String locale,
        @Schema(description = "true also finds texts that differ in case, blanks, quotation marks or a final full stop, that are cut off, "
                + "or that are part of a line of a log; and codes in such a line", defaultValue = "false") @Nullable Boolean fuzzy,
        @Schema(description = "Maximum number of messages for each text", minimum = "1", maximum = "" + ResolveRequest.MAX_CANDIDATES,
                defaultValue = "" + ResolveRequest.DEFAULT_CANDIDATES) @Nullable Integer limit) {
    static final int MAX_TEXTS = 500;
    /** In UTF-16 units. */
    static final int MAX_TEXT_LENGTH = 65_536;
    static final int MAX_CANDIDATES = 20;
    static final int DEFAULT_CANDIDATES = 5;

    /**
     * Parses and validates a body.
     *
     * @throws dev.parlance.problems.ProblemException as {@link JsonBody#read}, {@link ProblemType#INVALID_FIELD},
     *         {@link ProblemType#TOO_MANY_ITEMS} or {@link ProblemType#TOO_LONG}
     */
    static ResolveRequest parse(byte[] body) {
        var request = JsonBody.read(body, ResolveRequest.class, "");
        if (request.text == null && request.texts == null) {
            throw ProblemType.INVALID_FIELD.with("/text", "missing");
        } else if (request.text != null && request.texts != null) {
            throw ProblemType.INVALID_FIELD.with("/texts", "conflict");
        } else if (request.texts != null && request.texts.size() > MAX_TEXTS) {
            throw ProblemType.TOO_MANY_ITEMS.with("/texts", MAX_TEXTS);
        }
        for (int i = 0; i < request.allTexts().size(); i++) {
            if (request.allTexts().get(i).length() > MAX_TEXT_LENGTH) {
                throw ProblemType.TOO_LONG.with(request.text == null ? "/texts/" + i : "/text", MAX_TEXT_LENGTH);
            }
        }
        if (request.limit != null && (request.limit < 1 || request.limit > MAX_CANDIDATES)) {
            throw ProblemType.INVALID_FIELD.with("/limit", "value", "1–" + MAX_CANDIDATES);
        }
        return request;
    }

    List<String> allTexts() {
        return text != null ? List.of(text) : texts == null ? List.of() : texts;
    }

    boolean hasMany() {
        return text == null;
    }

    Optional<LocaleTag> textLocale() {
        return Optional.ofNullable(from).map(LocaleTag::parse);
    }

    boolean isFuzzy() {
        return fuzzy == Boolean.TRUE;
    }

    int maxCandidates() {
        return limit == null ? DEFAULT_CANDIDATES : limit;
    }

    int totalLength() {
        return allTexts().stream().mapToInt(String::length).sum();
    }
}
