package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Infers the arguments of a text without a contract. Their use in the text determines their types. */
public final class InferredArguments {
    /** Styles that print the currency of the value. A skeleton such as {@code ::currency/EUR} has its own currency. */
    private static final Pattern CURRENCY_STYLE = Pattern.compile("^\\s*currency\\s*$|\u00A4");

    private InferredArguments() {
    }

    /**
     * Infers a contract: positions first, then names in the order of their first use.
     *
     * <p>Gaps between positions are filled with strings, so that each position keeps its number.
     *
     * @throws TextSyntaxException if the text does not follow its syntax
     */
    public static ArgumentContract infer(Syntax syntax, String text) {
        if (Renderer.isLiteral(syntax, text)) {
            return ArgumentContract.EMPTY;
        }
        var found = syntax == Syntax.PRINTF ? fromPrintf(text) : fromPattern(PatternText.of(syntax, text));
        int positions = found.keySet().stream().filter(InferredArguments::isPosition).mapToInt(it -> Integer.parseInt(it) + 1).max()
                .orElse(0);
        var arguments = new ArrayList<Argument>();
        for (int i = 0; i < positions; i++) {
            var name = Integer.toString(i);
            arguments.add(new Argument(name, found.getOrDefault(name, ArgumentType.STRING), ""));
        }
        found.forEach((name, type) -> {
            if (!isPosition(name)) {
                arguments.add(new Argument(name, type, ""));
            }
        });
        return new ArgumentContract(arguments);
    }

    private static Map<String, ArgumentType> fromPrintf(String text) {
        var found = new LinkedHashMap<String, ArgumentType>();
        for (var part : PrintfParser.parse(text)) {
            if (part instanceof PrintfPart.Conversion conversion) {
                boolean number = "diuxXoeEfFgG".indexOf(conversion.conversion()) >= 0;
                found.merge(Integer.toString(conversion.position()), number ? ArgumentType.NUMBER : ArgumentType.STRING,
                        (one, other) -> one == ArgumentType.STRING ? other : one);
            }
        }
        return found;
    }

    private static boolean isPosition(String name) {
        return name.chars().allMatch(it -> it >= '0' && it <= '9');
    }

    /** The first use with a type other than string decides the type of an argument. */
    private static Map<String, ArgumentType> fromPattern(PatternText pattern) {
        var parts = PatternSyntax.parse(pattern.pattern());
        var found = new LinkedHashMap<String, ArgumentType>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START) {
                var type = typeOf(parts, i);
                found.merge(parts.getSubstring(parts.getPart(i + 1)), type, (one, other) -> one == ArgumentType.STRING ? other : one);
            }
        }
        return found;
    }

    private static ArgumentType typeOf(MessagePattern parts, int start) {
        var type = parts.getPart(start).getArgType();
        if (type.hasPluralStyle() || type == ArgType.CHOICE) {
            return ArgumentType.NUMBER;
        } else if (type != ArgType.SIMPLE) {
            return ArgumentType.STRING;
        }
        var format = parts.getSubstring(parts.getPart(start + 2));
        if (format.equals("date") || format.equals("time")) {
            return ArgumentType.DATETIME;
        }
        boolean styled = parts.getPartType(start + 3) == Part.Type.ARG_STYLE;
        return styled && CURRENCY_STYLE.matcher(parts.getSubstring(parts.getPart(start + 3))).find() ? ArgumentType.CURRENCY
                : ArgumentType.NUMBER;
    }
}
