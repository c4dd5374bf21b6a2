package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextPosition;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.HashSet;

/**
 * Validates texts from outside before they are passed to ICU.
 *
 * <p>ICU recurses into nested arguments until the stack overflows, and some of its formats can be made to compute for seconds.
 * Therefore the validator limits nesting without recursion, before ICU parses the text, and allows a fixed set of formats.
 *
 * <p>The limits leave a wide margin: the most complex shipped text has two levels, three arguments and six branches.
 */
public final class PatternValidator {
    /** In UTF-16 units. */
    public static final int MAX_TEXT_LENGTH = 4000;
    public static final int MAX_DEPTH = 8;
    public static final int MAX_ARGUMENTS = 32;
    public static final int MAX_BRANCHES = 24;

    /** Maximum width and precision of a printf conversion. MySQL's own messages use up to 192. */
    private static final int MAX_WIDTH = 255;

    private static final int MAX_NAME_LENGTH = 64;

    private final String pointer;
    private final String text;

    private PatternValidator(String pointer, String text) {
        this.pointer = pointer;
        this.text = text;
    }

    /**
     * Validates a text against the limits and its syntax.
     *
     * @param pointer location of the text in the request, for the problem
     * @throws ProblemException if a limit is exceeded, a format is not allowed or the text does not parse
     */
    public static void validate(String pointer, Syntax syntax, String text) {
        var validator = new PatternValidator(pointer, text);
        if (text.length() > MAX_TEXT_LENGTH) {
            throw ProblemType.TOO_LONG.with(pointer, MAX_TEXT_LENGTH);
        }
        if (syntax == Syntax.ICU) {
            if (isNestedTooDeeply(text)) {
                throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "depth", MAX_DEPTH);
            }
            validator.validatePattern();
        } else if (syntax == Syntax.PRINTF) {
            validator.validatePrintf();
        }
    }

    /**
     * Returns whether unquoted braces are nested deeper than {@link #MAX_DEPTH} allows, without recursion.
     *
     * <p>An argument with branches has two braces per level.
     */
    public static boolean isNestedTooDeeply(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == '\'' && next == '\'') {
                i++;
            } else if (c == '\'' && (quoted || next == '{' || next == '}' || next == '#' || next == '|')) {
                quoted = !quoted;
            } else if (c == '{' && !quoted && ++depth > 2 * MAX_DEPTH) {
                return true;
            } else if (c == '}' && !quoted) {
                depth--;
            }
        }
        return false;
    }

    private void validatePattern() {
        var parts = parse();
        var names = new HashSet<String>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START) {
                var name = parts.getSubstring(parts.getPart(i + 1));
                if (name.length() > MAX_NAME_LENGTH) {
                    throw toProblem(new TextSyntaxException(TextSyntaxException.Reason.INVALID_PATTERN, parts.getPatternIndex(i + 1),
                            name));
                }
                if (parts.getPartType(i + 1) == Part.Type.ARG_NUMBER && parts.getPart(i + 1).getValue() >= MAX_ARGUMENTS) {
                    throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "arguments", MAX_ARGUMENTS);
                }
                names.add(name);
                validateArgument(parts, i);
            } else if (parts.getPartType(i) == Part.Type.MSG_START && parts.getPart(i).getValue() > MAX_DEPTH) {
                throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "depth", MAX_DEPTH);
            }
        }
        if (names.size() > MAX_ARGUMENTS) {
            throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "arguments", MAX_ARGUMENTS);
        }
    }

    private MessagePattern parse() {
        try {
            return PatternSyntax.parse(text);
        } catch (TextSyntaxException e) {
            throw toProblem(e);
        }
    }

    private void validateArgument(MessagePattern parts, int start) {
        var type = parts.getPart(start).getArgType();
        if (type == ArgType.CHOICE) {
            throw ProblemType.FORMATTER_NOT_ALLOWED.with(pointer, "choice", AllowedFormats.examples("choice"));
        } else if (type == ArgType.SIMPLE) {
            boolean styled = parts.getPartType(start + 3) == Part.Type.ARG_STYLE;
            validateFormat(parts.getSubstring(parts.getPart(start + 2)),
                    styled ? parts.getSubstring(parts.getPart(start + 3)).strip() : "");
        } else if (type != ArgType.NONE) {
            validateBranches(parts, start);
        }
    }

    /** ICU's parser accepts any prefix of {@code other} as that branch, even {@code o}. */
    private void validateBranches(MessagePattern parts, int start) {
        int branches = 0;
        boolean other = false;
        for (int i = start + 2; i < parts.getLimitPartIndex(start); i++) {
            if (parts.getPartType(i) == Part.Type.MSG_START) {
                branches++;
                i = parts.getLimitPartIndex(i);
            } else if (parts.getPartType(i) == Part.Type.ARG_SELECTOR) {
                other |= parts.getSubstring(parts.getPart(i)).equals("other");
            }
        }
        if (!other) {
            throw toProblem(PatternSyntax.missingOther(parts, start));
        }
        if (branches > MAX_BRANCHES) {
            throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "branches", MAX_BRANCHES);
        }
    }

    private void validateFormat(String type, String style) {
        if (!AllowedFormats.isAllowed(type, style)) {
            throw ProblemType.FORMATTER_NOT_ALLOWED.with(pointer, AllowedFormats.describe(type, style), AllowedFormats.examples(type));
        }
    }

    private void validatePrintf() {
        try {
            var conversions = PrintfParser.parse(text).stream().filter(PrintfPart.Conversion.class::isInstance)
                    .map(PrintfPart.Conversion.class::cast).toList();
            if (conversions.stream().anyMatch(it -> it.position() >= MAX_ARGUMENTS)) {
                throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "arguments", MAX_ARGUMENTS);
            }
            conversions.stream().filter(it -> Math.max(it.width().orElse(0), it.precision().orElse(0)) > MAX_WIDTH).findFirst()
                    .ifPresent(it -> {
                        throw ProblemType.UNSUPPORTED_CONVERSION.with(pointer, "%" + it.width().orElse(0) + it.conversion());
                    });
        } catch (TextSyntaxException e) {
            throw toProblem(e);
        }
    }

    private ProblemException toProblem(TextSyntaxException error) {
        return toProblem(pointer, text, error);
    }

    /** Converts a syntax error of {@link Renderer#compile} in a text to a problem. */
    public static ProblemException toProblem(String pointer, String text, TextSyntaxException error) {
        var position = TextPosition.of(text, error.offset());
        return switch (error.reason()) {
            case UNSUPPORTED_CONVERSION -> ProblemType.UNSUPPORTED_CONVERSION.with(pointer, error.getMessage())
                    .withMember("offset", error.offset()).withMember("line", position.line()).withMember("column", position.column());
            case INVALID_STYLE -> ProblemType.FORMATTER_NOT_ALLOWED.with(pointer, error.getMessage(), AllowedFormats.examples("date"));
            case MISSING_OTHER -> invalidPattern(pointer, "branch", error.getMessage(), position, error);
            case UNCLOSED_BRACE -> invalidPattern(pointer, "brace", ProblemType.NONE, position, error);
            case INVALID_PATTERN, NOT_REPRESENTABLE -> invalidPattern(pointer, "syntax", ProblemType.NONE, position, error);
        };
    }

    /**
     * Creates the problem for a format that is not allowed.
     *
     * @param formatter the type, or the type and its style after a comma
     */
    public static ProblemException formatProblem(String pointer, String formatter) {
        return ProblemType.FORMATTER_NOT_ALLOWED.with(pointer, formatter, AllowedFormats.examples(formatter.split(",", 2)[0]));
    }

    private static ProblemException invalidPattern(String pointer, String fault, String argument, TextPosition position,
            TextSyntaxException error) {
        return ProblemType.INVALID_PATTERN.with(pointer, error.offset(), fault, argument, position.line(), position.column());
    }
}
