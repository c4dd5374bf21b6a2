package dev.parlance.exchange.imports;

import dev.parlance.catalog.Advice;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Tags;
import dev.parlance.exchange.imports.ImportEntry.Reason;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.dialect.ConvertedText;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates and updates the definitions of messages from files. */
final class DefinitionPlan {
    /** The status of a new message without a code if the file has none: it is a label or a notice, not an error. */
    static final int DEFAULT_STATUS = 200;

    /** The status of a new message with a code if the file has none. Clients treat an unknown status as 500 (RFC 9110, 15). */
    private static final int DEFAULT_ERROR_STATUS = 500;

    /** Placeholder for the definition of a refused message, which is never stored. */
    static final Message.Definition NONE = new Message.Definition(0, "", "", DEFAULT_STATUS, ArgumentContract.EMPTY);

    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,61}[A-Z0-9]");
    private static final int MAX_CODE_LENGTH = 128;
    private static final int MAX_FILE_KEY_LENGTH = 1000;

    private final CatalogIndex index;

    DefinitionPlan(CatalogIndex index) {
        this.index = index;
    }

    /** Thrown if a file has an invalid definition. */
    static final class InvalidDefinition extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Reason reason;

        InvalidDefinition(Reason reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Returns the definition of a new message.
     *
     * @param source the source text, from which undeclared arguments are inferred
     */
    Message.Definition create(MessageKey key, String fileKey, FileDetails details, ConvertedText source) {
        if (fileKey.codePointCount(0, fileKey.length()) > MAX_FILE_KEY_LENGTH) {
            throw invalid("the key has more than " + MAX_FILE_KEY_LENGTH + " characters");
        }
        var code = details.code().map(DefinitionPlan::requireCode).orElse(key.value());
        var reason = details.reason().map(it -> requireReason(it, null))
                .orElseGet(() -> DerivedNames.reason(key, index::hasReason));
        return new Message.Definition(index.nextPosition(), code, reason, details.httpStatus().isPresent()
                ? requireStatus(details.httpStatus().getAsInt()) : defaultStatus(details), grpcStatusOf(details, null),
                declared(details).orElseGet(() -> inferred(source)), tagsOf(details), LifecycleInfo.ACTIVE, Advice.NONE,
                lengthLimitOf(details, null), fileKey.equals(key.value()) ? null : fileKey);
    }

    private static int defaultStatus(FileDetails details) {
        return details.code().isPresent() ? DEFAULT_ERROR_STATUS : DEFAULT_STATUS;
    }

    /**
     * Returns the definition of an existing message, updated from the file. A retired message becomes active again.
     *
     * @param isSource  whether the file has the source text
     * @param newSource the source text of the file, if it differs from the stored source text
     */
    Message.Definition update(Message.Definition stored, FileDetails details, boolean isSource, Optional<ConvertedText> newSource) {
        return new Message.Definition(stored.position(), details.code().map(DefinitionPlan::requireCode).orElse(stored.code()),
                details.reason().map(it -> requireReason(it, stored.reason())).orElse(stored.reason()),
                details.httpStatus().isPresent() ? requireStatus(details.httpStatus().getAsInt()) : stored.httpStatus(),
                grpcStatusOf(details, stored.grpcStatus()), updatedContract(stored.contract(), details, isSource, newSource),
                details.tags().isEmpty() ? stored.tags() : tagsOf(details),
                stored.lifecycle().stage() == Lifecycle.RETIRED ? stored.lifecycle().withStage(Lifecycle.ACTIVE) : stored.lifecycle(),
                stored.advice(), lengthLimitOf(details, stored.lengthLimit()), stored.fileKey());
    }

    /** Translations do not affect the arguments, because they may use fewer of them. */
    private static ArgumentContract updatedContract(ArgumentContract stored, FileDetails details, boolean isSource,
            Optional<ConvertedText> newSource) {
        var declared = declared(details);
        if (declared.isPresent() && isDefinition(details)) {
            return declared.get();
        } else if (declared.isPresent()) {
            return isSource ? merged(stored, declared.get()) : stored;
        }
        return newSource.map(it -> extended(stored, it)).orElse(stored);
    }

    private static boolean isDefinition(FileDetails details) {
        return details.code().isPresent() && details.reason().isPresent() && details.httpStatus().isPresent();
    }

    /**
     * Returns the stored arguments, updated with the declarations of a file.
     *
     * <p>Most files have few or no types, and omit arguments that no placeholder uses. A new name replaces the argument at its position.
     */
    private static ArgumentContract merged(ArgumentContract stored, ArgumentContract declared) {
        var arguments = new ArrayList<>(stored.arguments());
        for (int i = 0; i < declared.arguments().size(); i++) {
            var it = declared.arguments().get(i);
            int position = arguments.indexOf(stored.findArgument(it.name()).orElse(it));
            if (position >= 0) {
                arguments.set(position, merged(arguments.get(position), it));
            } else if (i < arguments.size() && declared.findArgument(arguments.get(i).name()).isEmpty()) {
                arguments.set(i, it);
            } else {
                arguments.add(it);
            }
        }
        return new ArgumentContract(arguments);
    }

    private static Argument merged(Argument known, Argument declared) {
        return new Argument(known.name(), declared.type() == ArgumentType.STRING ? known.type() : declared.type(),
                declared.example().isEmpty() ? known.example() : declared.example());
    }

    /** Adds the arguments that a new source text uses and the contract lacks. Other arguments remain, because translations may use them. */
    private static ArgumentContract extended(ArgumentContract stored, ConvertedText source) {
        var arguments = new ArrayList<>(stored.arguments());
        var used = inferred(source).arguments();
        for (int i = 0; i < used.size(); i++) {
            var it = used.get(i);
            boolean positional = it.name().equals(positionName(i));
            if (positional ? i >= arguments.size() : stored.findArgument(it.name()).isEmpty()) {
                arguments.add(it);
            }
        }
        return arguments.size() == stored.arguments().size() ? stored : new ArgumentContract(arguments);
    }

    /** Positions get names that are valid in every client: {@code arg0} for <code>{0}</code> or the first {@code %s}. */
    private static ArgumentContract inferred(ConvertedText text) {
        var found = InferredArguments.infer(text.syntax(), text.text()).arguments();
        var named = new ArrayList<Argument>();
        for (int i = 0; i < found.size(); i++) {
            var it = found.get(i);
            var name = positionName(i);
            boolean free = found.stream().noneMatch(other -> other.name().equals(name));
            named.add(it.name().equals(Integer.toString(i)) && free ? new Argument(name, it.type(), it.example()) : it);
        }
        return new ArgumentContract(named);
    }

    private static String positionName(int position) {
        return "arg" + position;
    }

    private static Optional<ArgumentContract> declared(FileDetails details) {
        if (details.arguments().isEmpty()) {
            return Optional.empty();
        }
        if (details.arguments().size() > PatternValidator.MAX_ARGUMENTS) {
            throw invalid("more than " + PatternValidator.MAX_ARGUMENTS + " arguments");
        }
        try {
            return Optional.of(new ArgumentContract(details.arguments().stream().map(DefinitionPlan::withValidExample).toList()));
        } catch (IllegalArgumentException repeated) {
            throw invalid(String.valueOf(repeated.getMessage()));
        }
    }

    /** Removes an example that is not a value of the type, such as {@code Jan 1} for a date, which other programs may write. */
    private static Argument withValidExample(Argument it) {
        return it.hasValidExample() && ForbiddenCharacters.findFirst(it.example()).isEmpty() ? it : new Argument(it.name(), it.type(), "");
    }

    private String requireReason(String reason, @Nullable String own) {
        if (!REASON.matcher(reason).matches()) {
            throw invalid("the reason " + reason + " does not match " + REASON);
        } else if (!reason.equals(own) && index.hasReason(reason)) {
            throw new InvalidDefinition(Reason.REASON_TAKEN, "another message has the reason " + reason);
        }
        return reason;
    }

    private static String requireCode(String code) {
        if (code.isBlank() || code.codePointCount(0, code.length()) > MAX_CODE_LENGTH) {
            throw invalid("a code has 1 to " + MAX_CODE_LENGTH + " characters");
        } else if (ForbiddenCharacters.findFirst(code).isPresent()) {
            throw invalid("the code has a forbidden character");
        }
        return code;
    }

    private static int requireStatus(int status) {
        if (status < 100 || status > 599) {
            throw invalid("the status " + status + " is not in the range 100–599");
        }
        return status;
    }

    private static @Nullable GrpcStatus grpcStatusOf(FileDetails details, @Nullable GrpcStatus stored) {
        return details.grpcStatus().map(name -> Labelled.findByLabel(GrpcStatus.class, name).orElseThrow(() -> invalid(
                "the gRPC status " + name + " is not one of " + String.join(", ", Labelled.labels(GrpcStatus.class))))).orElse(stored);
    }

    private static Tags tagsOf(FileDetails details) {
        try {
            return Tags.of(List.copyOf(details.tags()));
        } catch (ProblemException problem) {
            throw invalid("tags: " + problem.getMessage());
        }
    }

    private static @Nullable Integer lengthLimitOf(FileDetails details, @Nullable Integer stored) {
        if (details.lengthLimit().isEmpty()) {
            return stored;
        }
        int limit = details.lengthLimit().getAsInt();
        if (limit < 1 || limit > PatternValidator.MAX_TEXT_LENGTH) {
            throw invalid("the length limit " + limit + " is not in the range 1–" + PatternValidator.MAX_TEXT_LENGTH);
        }
        return limit;
    }

    private static InvalidDefinition invalid(String detail) {
        return new InvalidDefinition(Reason.INVALID_DEFINITION, detail);
    }
}
