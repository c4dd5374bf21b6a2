package dev.parlance.codegen;

import dev.parlance.codegen.Identifiers.Style;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Generates a class for Kotlin, with a function for each message. It uses no API beyond Android 26. */
final class KotlinGenerator implements CodeGenerator {
    private static final Identifiers FUNCTIONS = new Identifiers(Style.LOWER_CAMEL, "message", ReservedWords.KOTLIN_METHODS);
    private static final Identifiers PARAMETERS = new Identifiers(Style.LOWER_CAMEL, "argument", ReservedWords.KOTLIN);

    @Override
    public String label() {
        return "kotlin";
    }

    @Override
    public boolean hasPackages() {
        return true;
    }

    @Override
    public String generate(MessageSet messages, GeneratedNames names) {
        var code = new CodeWriter("    ").line("// " + CodeWriter.notice(label(), messages));
        names.packageName().ifPresent(it -> code.line("package " + it).line(""));
        code.blockComment(List.of("The messages of the catalog, with their arguments."))
                .open("public class " + names.type() + "(private val source: TextSource) {");
        var byKey = messages.messages().stream().collect(Collectors.toMap(CatalogMessage::key, CatalogMessage::symbolicName));
        writeConstants(code, "Keys", "The keys, by reason, or by key if a message has no reason.", "MESSAGE", messages.keys(), byKey::get);
        writeConstants(code, "Codes", "The codes that back ends send. Messages may share a code.", "CODE", messages.codes(),
                Function.identity());
        writeConstants(code, "Reasons", "The reasons.", "REASON", messages.reasons(), Function.identity());
        code.lines("""
                /** The part of a client that shows texts. */
                public fun interface TextSource {
                    /** Returns a text. Arguments are strings, numbers, and maps with `currency` and `value`. */
                    public fun text(key: String, arguments: Map<String, Any>): String
                }

                /** A date, or a time with an offset. */
                public class DateTime private constructor(internal val value: String) {
                    public constructor(date: java.time.LocalDate) : this(date.toString())

                    public constructor(time: java.time.Instant) : this(time.toString())
                }

                /** An amount of money with its ISO 4217 currency. */
                public class CurrencyAmount(public val currency: String, public val value: Number)
                """);
        var functions = FUNCTIONS.of(messages.keys(), byKey::get);
        messages.messages().forEach(it -> writeFunction(code, it, functions.get(it.key())));
        return code.line("").lines("""
                private fun show(key: String, vararg arguments: Pair<String, Any>): String =
                    source.text(key, arguments.associate { (name, value) ->
                        name to when (value) {
                            is DateTime -> value.value
                            is CurrencyAmount -> mapOf("currency" to value.currency, "value" to value.value)
                            else -> value
                        }
                    })
                """).close("}").code();
    }

    private static void writeConstants(CodeWriter code, String name, String comment, String prefix, Collection<String> values,
            Function<String, String> symbol) {
        var identifiers = new Identifiers(Style.UPPER_SNAKE, prefix, Set.of()).of(values, symbol);
        code.line("/** " + comment + " */").open("public object " + name + " {");
        identifiers.forEach((value, identifier) -> code.line("public const val " + identifier + ": String = " + literal(value)));
        code.close("}").line("");
    }

    private static void writeFunction(CodeWriter code, CatalogMessage message, String function) {
        var parameters = PARAMETERS.of(message.arguments().stream().map(Argument::name).toList());
        var declared = message.arguments().stream().map(it -> parameters.get(it.name()) + ": " + typeOf(it.type()))
                .collect(Collectors.joining(", "));
        var passed = message.arguments().stream().map(it -> ", " + literal(it.name()) + " to " + parameters.get(it.name()))
                .collect(Collectors.joining());
        code.line("").blockComment(comment(message)).line("public fun " + function + "(" + declared + "): String = show("
                + literal(message.key()) + passed + ")");
    }

    /** Comments of Kotlin nest, so the start of a comment matters as much as the end. */
    private static List<String> comment(CatalogMessage message) {
        return SourceEscapes.commentLines(message.documentation()).stream().map(it -> it.replace("&", "&amp;").replace("<", "&lt;")
                .replace("@", "&#64;").replace("/", "&#47;").replace("[", "&#91;")).toList();
    }

    private static String typeOf(ArgumentType type) {
        return switch (type) {
            case STRING -> "String";
            case NUMBER -> "Number";
            case DATETIME -> "DateTime";
            case CURRENCY -> "CurrencyAmount";
        };
    }

    private static String literal(String text) {
        return "\"" + SourceEscapes.literal(text, "\"\\$") + "\"";
    }
}
