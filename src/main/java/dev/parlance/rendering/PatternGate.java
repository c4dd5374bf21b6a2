package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.problems.CatalogProblem;
import dev.parlance.problems.Refusal;
import dev.parlance.rendering.syntax.BadText;
import dev.parlance.rendering.syntax.PrintfPart;
import dev.parlance.rendering.syntax.PrintfText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text from outside may be, before ICU sees it: ICU recurses into nested arguments until the stack is gone, and some of
 * its formats can be made to compute for seconds. No recursion here.
 *
 * <p>The bounds leave a wide margin over texts people write: the deepest shipped one has two levels, three arguments and six
 * branches.
 */
public final class PatternGate {
    /** In UTF-16 units. */
    public static final int LONGEST_TEXT = 4000;
    public static final int DEEPEST = 8;
    public static final int MOST_ARGUMENTS = 32;
    public static final int MOST_BRANCHES = 24;

    /** Width and precision of a printf conversion: MySQL's own go to 192. */
    private static final int WIDEST = 255;

    private static final Set<String> FORMATTERS = Set.of("number", "date", "time");
    private static final Set<String> NUMBER_STYLES = Set.of("", "integer", "percent", "currency");
    private static final int LONGEST_STYLE = 64;
    private static final int LONGEST_NAME = 64;
    /** Number skeletons that print what they are given, in bounded length. */
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

    private PatternGate(String pointer, String text) {
        this.pointer = pointer;
        this.text = text;
    }

    /**
     * @param pointer where the text stands, for the refusal
     * @throws CatalogProblem where a bound is passed or the pattern does not parse
     */
    public static void check(String pointer, Syntax syntax, String text) {
        var gate = new PatternGate(pointer, text);
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.TOO_LONG.with(pointer, LONGEST_TEXT);
        }
        if (syntax == Syntax.ICU) {
            gate.scan();
            gate.look();
        } else if (syntax == Syntax.PRINTF) {
            gate.convert();
        }
    }

    /** Counts braces as they stand, outside of quotes. An argument with branches has two for each level. */
    private void scan() {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == '\'' && next == '\'') {
                i++;
            } else if (c == '\'' && (quoted || next == '{' || next == '}' || next == '#' || next == '|')) {
                quoted = !quoted;
            } else if (c == '{' && !quoted && ++depth > 2 * DEEPEST) {
                throw Refusal.PATTERN_TOO_COMPLEX.with(pointer, "depth", DEEPEST);
            } else if (c == '}' && !quoted) {
                depth--;
            }
        }
    }

    private void look() {
        var parts = parsed();
        var names = new HashSet<String>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START) {
                var name = parts.getSubstring(parts.getPart(i + 1));
                if (name.length() > LONGEST_NAME) {
                    throw Refusal.INVALID_PATTERN.with(pointer, parts.getPatternIndex(i + 1));
                }
                if (parts.getPartType(i + 1) == Part.Type.ARG_NUMBER && parts.getPart(i + 1).getValue() >= MOST_ARGUMENTS) {
                    throw Refusal.PATTERN_TOO_COMPLEX.with(pointer, "arguments", MOST_ARGUMENTS);
                }
                names.add(name);
                argument(parts, i);
            } else if (parts.getPartType(i) == Part.Type.MSG_START && parts.getPart(i).getValue() > DEEPEST) {
                throw Refusal.PATTERN_TOO_COMPLEX.with(pointer, "depth", DEEPEST);
            }
        }
        if (names.size() > MOST_ARGUMENTS) {
            throw Refusal.PATTERN_TOO_COMPLEX.with(pointer, "arguments", MOST_ARGUMENTS);
        }
    }

    private MessagePattern parsed() {
        try {
            return new MessagePattern(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw invalid(BadText.pattern(e));
        }
    }

    private void argument(MessagePattern parts, int start) {
        var type = parts.getPart(start).getArgType();
        if (type == ArgType.CHOICE) {
            throw Refusal.FORMATTER_NOT_ALLOWED.with(pointer, "choice");
        } else if (type == ArgType.SIMPLE) {
            boolean styled = parts.getPartType(start + 3) == Part.Type.ARG_STYLE;
            format(parts.getSubstring(parts.getPart(start + 2)), styled ? parts.getSubstring(parts.getPart(start + 3)).strip() : "");
        } else if (type != ArgType.NONE) {
            branches(parts, start);
        }
    }

    private void branches(MessagePattern parts, int start) {
        int branches = 0;
        for (int i = start + 2; i < parts.getLimitPartIndex(start); i++) {
            if (parts.getPartType(i) == Part.Type.MSG_START) {
                branches++;
                i = parts.getLimitPartIndex(i);
            }
        }
        if (branches > MOST_BRANCHES) {
            throw Refusal.PATTERN_TOO_COMPLEX.with(pointer, "branches", MOST_BRANCHES);
        }
    }

    private void format(String type, String style) {
        boolean allowed = FORMATTERS.contains(type) && style.length() <= LONGEST_STYLE && switch (type) {
            case "number" -> NUMBER_STYLES.contains(style) || NUMBER_SKELETON.matcher(style).matches()
                    || DECIMAL_PATTERN.matcher(style).matches();
            default -> DATE_STYLES.contains(style) || DATE_SKELETON.matcher(style).matches()
                    || DATE_PATTERN.matcher(style).matches();
        };
        if (!allowed) {
            var shown = style.isEmpty() ? type : type + ", " + style;
            throw Refusal.FORMATTER_NOT_ALLOWED.with(pointer, shown.substring(0, Math.min(LONGEST_STYLE, shown.length())));
        }
    }

    private void convert() {
        try {
            var conversions = PrintfText.parse(text).stream().filter(PrintfPart.Conversion.class::isInstance)
                    .map(PrintfPart.Conversion.class::cast).toList();
            if (conversions.stream().anyMatch(it -> it.position() >= MOST_ARGUMENTS)) {
                throw Refusal.PATTERN_TOO_COMPLEX.with(pointer, "arguments", MOST_ARGUMENTS);
            }
            conversions.stream().filter(it -> Math.max(it.width().orElse(0), it.precision().orElse(0)) > WIDEST).findFirst()
                    .ifPresent(it -> {
                        throw Refusal.UNSUPPORTED_CONVERSION.with(pointer, "%" + it.width().orElse(0) + it.conversion());
                    });
        } catch (BadText e) {
            throw invalid(e);
        }
    }

    private CatalogProblem invalid(BadText bad) {
        return invalid(pointer, bad);
    }

    /** What {@link Renderer#compile} finds wrong, as a refusal. */
    public static CatalogProblem invalid(String pointer, BadText bad) {
        return switch (bad.fault()) {
            case CONVERSION -> Refusal.UNSUPPORTED_CONVERSION.with(pointer, bad.getMessage()).member("offset", bad.offset());
            case STYLE -> Refusal.FORMATTER_NOT_ALLOWED.with(pointer, bad.getMessage());
            case PATTERN, NOT_REPRESENTABLE -> Refusal.INVALID_PATTERN.with(pointer, bad.offset());
        };
    }
}
