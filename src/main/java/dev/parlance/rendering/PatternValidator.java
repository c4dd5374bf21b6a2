package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Set<String> FORMATTERS = Set.of("number", "date", "time");
    private static final Set<String> NUMBER_STYLES = Set.of("", "integer", "percent", "currency");
    private static final int MAX_STYLE_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 64;
    /** Number skeletons that print the given value in bounded length. */
    private static final Pattern NUMBER_SKELETON = Pattern.compile("::\\s*("
            + "(group-(off|auto|min2|on-aligned|thousands)|precision-integer|precision-unlimited|precision-currency-(standard|cash)|integer-width/[+#0]{1,20}"
            + "|\\.[0#]{1,20}[+*]?|percent|permille|currency/[A-Z]{3}|compact-(short|long)|sign-(auto|always|never|except-zero|accounting)"
            + "|rounding-mode-(half-up|half-even|half-down|up|down|floor|ceiling)|unit-width-(short|full-name|narrow|iso-code|hidden)"
            + "|latin)(\\s+|$))+");
    private static final Pattern DECIMAL_PATTERN = Pattern.compile("[¤%‰ ]{0,2}[#,0]{1,20}(\\.[0#]{0,20})?[¤%‰ ]{0,2}");
    private static final Pattern DATE_SKELETON = Pattern.compile("::[GyYMLdEejahHkKmsSzvV]{1,24}");
    private static final Set<String> DATE_STYLES = Set.of("", "short", "medium", "long", "full");
    private static final Pattern DATE_PATTERN = Pattern.compile("[GyMLdEahHkKmsSzZXx' .,:/-]{1,40}");

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
            validator.validateNesting();
            validator.validatePattern();
        } else if (syntax == Syntax.PRINTF) {
            validator.validatePrintf();
        }
    }

    /** Limits the nesting of unquoted braces. An argument with branches has two braces per level. */
    private void validateNesting() {
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
                throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "depth", MAX_DEPTH);
            } else if (c == '}' && !quoted) {
                depth--;
            }
        }
    }

    private void validatePattern() {
        var parts = parse();
        var names = new HashSet<String>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START) {
                var name = parts.getSubstring(parts.getPart(i + 1));
                if (name.length() > MAX_NAME_LENGTH) {
                    throw ProblemType.INVALID_PATTERN.with(pointer, parts.getPatternIndex(i + 1));
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
            return new MessagePattern(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw toProblem(TextSyntaxException.fromIcu(e));
        }
    }

    private void validateArgument(MessagePattern parts, int start) {
        var type = parts.getPart(start).getArgType();
        if (type == ArgType.CHOICE) {
            throw ProblemType.FORMATTER_NOT_ALLOWED.with(pointer, "choice");
        } else if (type == ArgType.SIMPLE) {
            boolean styled = parts.getPartType(start + 3) == Part.Type.ARG_STYLE;
            validateFormat(parts.getSubstring(parts.getPart(start + 2)),
                    styled ? parts.getSubstring(parts.getPart(start + 3)).strip() : "");
        } else if (type != ArgType.NONE) {
            validateBranches(parts, start);
        }
    }

    private void validateBranches(MessagePattern parts, int start) {
        int branches = 0;
        for (int i = start + 2; i < parts.getLimitPartIndex(start); i++) {
            if (parts.getPartType(i) == Part.Type.MSG_START) {
                branches++;
                i = parts.getLimitPartIndex(i);
            }
        }
        if (branches > MAX_BRANCHES) {
            throw ProblemType.PATTERN_TOO_COMPLEX.with(pointer, "branches", MAX_BRANCHES);
        }
    }

    private void validateFormat(String type, String style) {
        boolean allowed = FORMATTERS.contains(type) && style.length() <= MAX_STYLE_LENGTH && switch (type) {
            case "number" -> NUMBER_STYLES.contains(style) || NUMBER_SKELETON.matcher(style).matches()
                    || DECIMAL_PATTERN.matcher(style).matches();
            default -> DATE_STYLES.contains(style) || DATE_SKELETON.matcher(style).matches()
                    || DATE_PATTERN.matcher(style).matches();
        };
        if (!allowed) {
            var shown = style.isEmpty() ? type : type + ", " + style;
            throw ProblemType.FORMATTER_NOT_ALLOWED.with(pointer, shown.substring(0, Math.min(MAX_STYLE_LENGTH, shown.length())));
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
        return toProblem(pointer, error);
    }

    /** Converts a syntax error of {@link Renderer#compile} to a problem. */
    public static ProblemException toProblem(String pointer, TextSyntaxException error) {
        return switch (error.reason()) {
            case UNSUPPORTED_CONVERSION -> ProblemType.UNSUPPORTED_CONVERSION.with(pointer, error.getMessage())
                    .withMember("offset", error.offset());
            case INVALID_STYLE -> ProblemType.FORMATTER_NOT_ALLOWED.with(pointer, error.getMessage());
            case INVALID_PATTERN, NOT_REPRESENTABLE -> ProblemType.INVALID_PATTERN.with(pointer, error.offset());
        };
    }
}
