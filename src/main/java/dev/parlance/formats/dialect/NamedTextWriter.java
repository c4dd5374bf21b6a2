package dev.parlance.formats.dialect;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.NumberSign;
import dev.parlance.rendering.PatternPart.Plural;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes texts without branches in the dialects that insert values unformatted.
 *
 * <p>These are Ruby, Python, Go, WebExtensions, Symfony and braces. Ruby and Python also support the number formats of printf.
 */
final class NamedTextWriter {
    /** WebExtensions support {@code $1} to {@code $9}. */
    private static final int MAX_WEB_EXTENSION_ARGUMENTS = 9;

    private final MessageDialect dialect;
    private final BundleContent.Entry entry;
    private final ClientLocale client;
    private final Losses losses;
    private final StringBuilder out = new StringBuilder();

    NamedTextWriter(MessageDialect dialect, BundleContent.Entry entry, ClientLocale client, Losses losses) {
        this.dialect = dialect;
        this.entry = entry;
        this.client = client;
        this.losses = losses;
    }

    /** @param pattern has positions for WebExtensions, and names for all other dialects */
    String write(ParsedPattern pattern) {
        var parts = pattern.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Literal literal) {
                appendLiteral(literal.text(), i + 1 < parts.size());
            } else {
                appendArgument(parts.get(i), i + 1 < parts.size() ? parts.get(i + 1) : new Literal(""));
            }
        }
        return out.toString();
    }

    /** @param beforeArgument whether an argument follows, whose delimiters the end of the literal must not change */
    private void appendLiteral(String literal, boolean beforeArgument) {
        switch (dialect) {
            case RUBY -> appendRuby(literal, beforeArgument);
            case PYTHON -> out.append(literal.replace("%", "%%"));
            case GO -> appendGo(literal, beforeArgument);
            case WEBEXTENSION -> appendWebExtension(literal, beforeArgument);
            default -> out.append(literal);
        }
    }

    /** Percent signs are doubled only where they would start a placeholder, because Ruby prints texts without arguments unchanged. */
    private void appendRuby(String literal, boolean beforeArgument) {
        for (int i = 0; i < literal.length(); i++) {
            boolean last = i + 1 == literal.length();
            boolean special = last ? beforeArgument : "%{<".indexOf(literal.charAt(i + 1)) >= 0;
            out.append(literal.charAt(i) == '%' && (special || i > 0 && literal.charAt(i - 1) == '%') ? "%%" : literal.substring(i, i + 1));
        }
    }

    private void appendGo(String literal, boolean beforeArgument) {
        for (int i = 0; i < literal.length();) {
            int end = i;
            while (end < literal.length() && literal.charAt(end) == '{') {
                end++;
            }
            boolean opens = end - i > 1 || end > i && end == literal.length() && beforeArgument;
            if (opens) {
                out.append("{{\"").append(literal, i, end).append("\"}}");
                i = end;
            } else {
                out.append(literal.charAt(i++));
            }
        }
    }

    /** Browsers drop one dollar sign of each run, so a literal dollar sign cannot precede an argument. */
    private void appendWebExtension(String literal, boolean beforeArgument) {
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            out.append(c == '$' && (i == 0 || literal.charAt(i - 1) != '$') ? "$$" : c);
        }
        if (beforeArgument && literal.endsWith("$")) {
            losses.add(LossReason.SYNTAX, "");
            out.append(' ');
        }
    }

    private void appendArgument(PatternPart part, PatternPart next) {
        var name = ArgumentNames.nameOf(part).orElseThrow();
        var declared = entry.contract().canonicalName(name);
        boolean styled = part instanceof StyledSlot;
        losses.addIf(entry.isCurrency(declared), LossReason.CURRENCY, declared);
        losses.addIf(entry.isDate(declared) || styled && !((StyledSlot) part).type().equals("number"), LossReason.DATE, declared);
        if (part instanceof StyledSlot number && number.type().equals("number")) {
            appendNumber(number, declared);
        } else {
            losses.addIf(!styled && entry.isNumber(declared), LossReason.NUMBER_STYLE, declared);
            appendSlot(name, next);
        }
    }

    private void appendNumber(StyledSlot number, String declared) {
        losses.addIf(!number.style().equals(PrintfTextWriter.WHOLE_NUMBER_STYLE) || !client.numbers().hasPlainDigits(),
                LossReason.NUMBER_STYLE, declared);
        losses.addIf(!client.printsNumbersLike(entry.locale()), LossReason.NUMBER_RULES, declared);
        var conversion = dialect == MessageDialect.RUBY || dialect == MessageDialect.PYTHON ? findConversion(number.style())
                : Optional.<String>empty();
        if (conversion.isPresent()) {
            out.append('%').append(dialect == MessageDialect.RUBY ? '<' : '(').append(number.name())
                    .append(dialect == MessageDialect.RUBY ? '>' : ')').append(conversion.get());
        } else {
            appendSlot(number.name(), new Literal(""));
        }
    }

    /** Returns the printf conversion of a style, without its percent sign. */
    private static Optional<String> findConversion(String style) {
        try {
            return Optional.of(new PatternText("{0,number," + style + "}").toPrintf().substring(1));
        } catch (TextSyntaxException e) {
            return Optional.empty();
        }
    }

    private void appendSlot(String name, PatternPart next) {
        switch (dialect) {
            case RUBY -> out.append("%{").append(name).append('}');
            case PYTHON -> out.append("%(").append(name).append(")s");
            case GO -> out.append("{{.").append(name).append("}}");
            case WEBEXTENSION -> appendPosition(name, next);
            case SYMFONY -> out.append('%').append(name).append('%');
            default -> out.append('{').append(name).append('}');
        }
    }

    private void appendPosition(String name, PatternPart next) {
        int position = Integer.parseInt(name);
        if (position >= MAX_WEB_EXTENSION_ARGUMENTS) {
            losses.add(LossReason.SYNTAX, entry.contract().canonicalName(name));
            out.append('{').append(entry.contract().canonicalName(name)).append('}');
            return;
        }
        boolean digitFollows = next instanceof Literal literal && !literal.text().isEmpty() && Character.isDigit(literal.text().charAt(0));
        losses.addIf(digitFollows, LossReason.SYNTAX, "");
        out.append('$').append(position + 1);
    }

    /**
     * Reports literals that the dialect would read as its own syntax, because it has no quoting.
     *
     * @param reader parses the written text
     */
    static void checkSyntax(ParsedPattern written, Supplier<ParsedPattern> reader, Losses losses) {
        losses.addIf(!isReadBack(written, reader), LossReason.SYNTAX, "");
    }

    private static boolean isReadBack(ParsedPattern written, Supplier<ParsedPattern> reader) {
        try {
            return signature(written).equals(signature(reader.get()));
        } catch (TextSyntaxException e) {
            return false;
        }
    }

    private static List<PatternPart> signature(ParsedPattern pattern) {
        return pattern.parts().stream().map(NamedTextWriter::signature).toList();
    }

    private static PatternPart signature(PatternPart part) {
        if (part instanceof Plural plural) {
            return new Plural("", plural.ordinal(), 0, ArgumentNames.mapValues(plural.exact(), it -> new ParsedPattern(signature(it))),
                    ArgumentNames.mapValues(plural.branches(), it -> new ParsedPattern(signature(it))));
        }
        return part instanceof NumberSign sign ? new Slot(sign.name())
                : ArgumentNames.nameOf(part).<PatternPart>map(Slot::new).orElse(part);
    }
}
