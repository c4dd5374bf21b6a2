package dev.parlance.codegen;

import dev.parlance.codegen.Identifiers.Style;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates a class for Java 17, with a method for each message. */
final class JavaGenerator implements CodeGenerator {
    private static final Identifiers METHODS = new Identifiers(Style.LOWER_CAMEL, "message", ReservedWords.JAVA_METHODS);
    private static final Identifiers PARAMETERS = new Identifiers(Style.LOWER_CAMEL, "argument", ReservedWords.JAVA);

    @Override
    public String label() {
        return "java";
    }

    @Override
    public boolean hasPackages() {
        return true;
    }

    @Override
    public String generate(MessageSet messages, GeneratedNames names) {
        var code = new CodeWriter("    ").line("// " + CodeWriter.notice(label(), messages));
        names.packageName().ifPresent(it -> code.line("package " + it + ";").line(""));
        code.blockComment(List.of("The messages of the catalog, with their arguments."))
                .open("public final class " + names.type() + " {");
        var byKey = messages.messages().stream().collect(Collectors.toMap(CatalogMessage::key, CatalogMessage::symbolicName));
        writeConstants(code, "Keys", "The keys, by reason, or by key if a message has no reason.", "MESSAGE", messages.keys(), byKey::get);
        writeConstants(code, "Codes", "The codes that back ends send. Messages may share a code.", "CODE", messages.codes(),
                Function.identity());
        writeConstants(code, "Reasons", "The reasons.", "REASON", messages.reasons(), Function.identity());
        code.lines("""
                /** The part of a client that shows texts. */
                @FunctionalInterface
                public interface TextSource {
                    /**
                     * Returns a text.
                     *
                     * @param arguments by name: strings, numbers, and maps with {@code currency} and {@code value}
                     */
                    String text(String key, java.util.Map<String, Object> arguments);
                }

                /** A date, or a time with an offset. */
                public record DateTime(String value) {
                    public static DateTime of(java.time.LocalDate date) {
                        return new DateTime(date.toString());
                    }

                    public static DateTime of(java.time.Instant time) {
                        return new DateTime(time.toString());
                    }

                    public static DateTime of(java.time.OffsetDateTime time) {
                        return new DateTime(time.toInstant().toString());
                    }

                    public static DateTime of(java.time.ZonedDateTime time) {
                        return new DateTime(time.toInstant().toString());
                    }
                }

                /** An amount of money with its ISO 4217 currency. */
                public record CurrencyAmount(String currency, Number value) {
                }

                private final TextSource source;
                """).line("");
        code.lines("public " + names.type() + """
                (TextSource source) {
                    this.source = java.util.Objects.requireNonNull(source);
                }
                """);
        var methods = METHODS.of(messages.keys(), byKey::get);
        messages.messages().forEach(it -> writeMethod(code, it, methods.get(it.key())));
        return code.line("").lines("""
                private String show(String key, Object... namesAndValues) {
                    java.util.Map<String, Object> arguments = new java.util.LinkedHashMap<>();
                    for (int i = 0; i < namesAndValues.length; i += 2) {
                        Object value = namesAndValues[i + 1];
                        if (value instanceof DateTime) {
                            value = ((DateTime) value).value();
                        } else if (value instanceof CurrencyAmount) {
                            CurrencyAmount amount = (CurrencyAmount) value;
                            value = java.util.Map.of("currency", amount.currency(), "value", amount.value());
                        }
                        arguments.put((String) namesAndValues[i], value);
                    }
                    return source.text(key, arguments);
                }
                """).close("}").code();
    }

    private static void writeConstants(CodeWriter code, String name, String comment, String prefix, Collection<String> values,
            Function<String, String> symbol) {
        var identifiers = new Identifiers(Style.UPPER_SNAKE, prefix, Set.of()).of(values, symbol);
        code.line("/** " + comment + " */").open("public static final class " + name + " {");
        identifiers.forEach((value, identifier) -> code.line("public static final String " + identifier + " = " + literal(value) + ";"));
        code.line("").line("private " + name + "() {").line("}").close("}").line("");
    }

    private static void writeMethod(CodeWriter code, CatalogMessage message, String method) {
        var parameters = PARAMETERS.of(message.arguments().stream().map(Argument::name).toList());
        var declared = message.arguments().stream().map(it -> typeOf(it.type()) + " " + parameters.get(it.name()))
                .collect(Collectors.joining(", "));
        var passed = Stream.concat(Stream.of(literal(message.key())),
                message.arguments().stream().flatMap(it -> Stream.of(literal(it.name()), parameters.get(it.name()))))
                .collect(Collectors.joining(", "));
        code.line("").blockComment(comment(message)).open("public String " + method + "(" + declared + ") {")
                .line("return show(" + passed + ");").close("}");
    }

    /** Java processes Unicode escapes in comments, too, so a backslash could start an escape that ends the comment. */
    private static List<String> comment(CatalogMessage message) {
        return SourceEscapes.commentLines(message.documentation()).stream().map(it -> it.isEmpty() ? "<p>" : it.replace("&", "&amp;")
                .replace("<", "&lt;").replace(">", "&gt;").replace("\\", "&#92;").replace("@", "&#64;").replace("*/", "*&#47;")).toList();
    }

    private static String typeOf(ArgumentType type) {
        return switch (type) {
            case STRING -> "String";
            case NUMBER -> "Number";
            case DATETIME -> "DateTime";
            case CURRENCY -> "CurrencyAmount";
        };
    }

    /** Control characters of ASCII are octal escapes, because Java replaces Unicode escapes before it finds the end of a literal. */
    private static String literal(String text) {
        var escaped = new StringBuilder();
        for (var part : text.split("(?<=[\\x00-\\x1f\\x7f])|(?=[\\x00-\\x1f\\x7f])")) {
            boolean control = part.length() == 1 && (part.charAt(0) < ' ' || part.charAt(0) == '\u007f')
                    && "\n\r\t".indexOf(part.charAt(0)) < 0;
            escaped.append(control ? "\\" + octal(part.charAt(0)) : SourceEscapes.literal(part, "\"\\"));
        }
        return "\"" + escaped + "\"";
    }

    private static String octal(char character) {
        var digits = Integer.toOctalString(character);
        return "0".repeat(3 - digits.length()) + digits;
    }
}
