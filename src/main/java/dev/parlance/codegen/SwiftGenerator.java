package dev.parlance.codegen;

import dev.parlance.codegen.Identifiers.Style;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Generates a structure for Swift 5.7 or newer, with a function for each message. */
final class SwiftGenerator implements CodeGenerator {
    private static final Identifiers FUNCTIONS = new Identifiers(Style.LOWER_CAMEL, "message", ReservedWords.SWIFT_METHODS);
    private static final Identifiers PARAMETERS = new Identifiers(Style.LOWER_CAMEL, "argument", ReservedWords.SWIFT);

    @Override
    public String label() {
        return "swift";
    }

    @Override
    public String generate(MessageSet messages, GeneratedNames names) {
        var code = new CodeWriter("    ").line("// " + CodeWriter.notice(label(), messages)).line("import Foundation").line("");
        code.line("/// The messages of the catalog, with their arguments.").open("public struct " + names.type() + " {");
        var byKey = messages.messages().stream().collect(Collectors.toMap(CatalogMessage::key, CatalogMessage::symbolicName));
        writeConstants(code, "Key", "The keys, by reason, or by key if a message has no reason.", "message", messages.keys(), byKey::get);
        writeConstants(code, "Code", "The codes that back ends send. Messages may share a code.", "code", messages.codes(),
                Function.identity());
        writeConstants(code, "Reason", "The reasons.", "reason", messages.reasons(), Function.identity());
        code.lines("""
                /// An argument as it is passed to the client.
                public enum ArgumentValue: Equatable {
                    case string(String)
                    case number(Decimal)
                    case currency(code: String, value: Decimal)
                }

                /// A date, or a time.
                public struct DateTime: Equatable {
                    let value: String

                    /// Creates a point in time.
                    public init(_ time: Date) {
                        value = ISO8601DateFormatter().string(from: time)
                    }

                    /// Creates a date without a time.
                    public init(year: Int, month: Int, day: Int) {
                        value = String(format: "%04d-%02d-%02d", year, month, day)
                    }
                }

                /// An amount of money with its ISO 4217 currency.
                public struct CurrencyAmount: Equatable {
                    public let currency: String
                    public let value: Decimal

                    public init(currency: String, value: Decimal) {
                        self.currency = currency
                        self.value = value
                    }
                }

                private let source: (String, [String: ArgumentValue]) -> String

                /// Creates the messages of a client, which shows texts by key and arguments.
                public init(source: @escaping (_ key: String, _ arguments: [String: ArgumentValue]) -> String) {
                    self.source = source
                }
                """);
        var functions = FUNCTIONS.of(messages.keys(), byKey::get);
        messages.messages().forEach(it -> writeFunction(code, it, functions.get(it.key())));
        return code.line("").lines("""
                private func show(_ key: String, _ arguments: [String: ArgumentValue]) -> String {
                    source(key, arguments)
                }
                """).close("}").code();
    }

    /** An enumeration with raw values must have a case. */
    private static void writeConstants(CodeWriter code, String name, String comment, String prefix, Collection<String> values,
            Function<String, String> symbol) {
        var identifiers = new Identifiers(Style.LOWER_CAMEL, prefix, ReservedWords.SWIFT).of(values, symbol);
        code.line("/// " + comment).open("public enum " + name + (values.isEmpty() ? "" : ": String, CaseIterable") + " {");
        identifiers.forEach((value, identifier) -> code.line("case " + identifier + " = " + literal(value)));
        code.close("}").line("");
    }

    private static void writeFunction(CodeWriter code, CatalogMessage message, String function) {
        var parameters = PARAMETERS.of(message.arguments().stream().map(Argument::name).toList());
        var declared = message.arguments().stream().map(it -> parameters.get(it.name()) + ": " + typeOf(it.type()))
                .collect(Collectors.joining(", "));
        var passed = message.arguments().isEmpty() ? "[:]" : message.arguments().stream()
                .map(it -> literal(it.name()) + ": " + valueOf(it.type(), parameters.get(it.name())))
                .collect(Collectors.joining(", ", "[", "]"));
        code.line("");
        SourceEscapes.commentLines(message.documentation()).forEach(it -> code.line(it.isEmpty() ? "///" : "/// " + it));
        code.open("public func " + function + "(" + declared + ") -> String {")
                .line("show(" + literal(message.key()) + ", " + passed + ")").close("}");
    }

    private static String typeOf(ArgumentType type) {
        return switch (type) {
            case STRING -> "String";
            case NUMBER -> "Decimal";
            case DATETIME -> "DateTime";
            case CURRENCY -> "CurrencyAmount";
        };
    }

    private static String valueOf(ArgumentType type, String parameter) {
        return switch (type) {
            case STRING -> ".string(" + parameter + ")";
            case NUMBER -> ".number(" + parameter + ")";
            case DATETIME -> ".string(" + parameter + ".value)";
            case CURRENCY -> ".currency(code: " + parameter + ".currency, value: " + parameter + ".value)";
        };
    }

    /** Swift has no escapes for surrogates, and a string cannot contain an unpaired one. */
    private static String literal(String text) {
        var escaped = new StringBuilder("\"");
        text.codePoints().forEach(it -> {
            if (it == '"' || it == '\\') {
                escaped.append('\\').appendCodePoint(it);
            } else if (Character.getType(it) == Character.SURROGATE) {
                escaped.append("\\u{FFFD}");
            } else if (SourceEscapes.isInvisible(it)) {
                escaped.append("\\u{").append(SourceEscapes.hex(it)).append('}');
            } else {
                escaped.appendCodePoint(it);
            }
        });
        return escaped.append('"').toString();
    }
}
