package dev.parlance.codegen;

import dev.parlance.codegen.Identifiers.Style;
import dev.parlance.rendering.ArgumentType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Generates a module of types for TypeScript. The keys of {@code MessageArguments} are the keys of the messages. */
final class TypeScriptGenerator implements CodeGenerator {
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    @Override
    public String label() {
        return "typescript";
    }

    @Override
    public String generate(MessageSet messages, GeneratedNames names) {
        var code = new CodeWriter("  ").line("// " + CodeWriter.notice(label(), messages)).line("");
        code.lines("""
                /** An amount of money with its ISO 4217 currency. */
                export interface CurrencyAmount {
                  readonly currency: string;
                  readonly value: number | string;
                }

                /** A time: a date or a time with an offset in ISO 8601, or milliseconds since 1970. */
                export type DateTime = Date | string | number;

                /** The arguments of a message without arguments. */
                export type NoArguments = Record<string, never>;
                """).line("");
        writeArguments(code, messages);
        var byKey = messages.messages().stream().collect(Collectors.toMap(CatalogMessage::key, CatalogMessage::symbolicName));
        writeConstants(code, "Keys", "The keys, by reason, or by key if a message has no reason.", "MESSAGE", messages.keys(), byKey::get);
        writeConstants(code, "Codes", "The codes that back ends send. Messages may share a code.", "CODE", messages.codes(),
                Function.identity());
        writeConstants(code, "Reasons", "The reasons.", "REASON", messages.reasons(), Function.identity());
        return code.lines("""
                /** A key of the catalog. */
                export type MessageKey = keyof MessageArguments;

                /** A code of the catalog. */
                export type MessageCode = (typeof Codes)[keyof typeof Codes];

                /** A reason of the catalog. */
                export type MessageReason = (typeof Reasons)[keyof typeof Reasons];

                /** A value as it is passed to the client. */
                export type ArgumentValue = string | number | CurrencyAmount;

                /** The part of a client that shows texts. */
                export interface TextSource<T = string> {
                  text(key: string, args?: Record<string, ArgumentValue>): T;
                }

                /** The parameters that follow a key: none if the message has no arguments. */
                export type TextParameters<K extends MessageKey> =
                  [MessageArguments[K]] extends [NoArguments] ? [args?: NoArguments] : [args: MessageArguments[K]];

                /** Shows the text of a message. */
                export type TextFunction<T = string> = <K extends MessageKey>(key: K, ...parameters: TextParameters<K>) => T;

                /** Returns a function that accepts exactly the keys of the catalog, with the arguments of the message. */
                export function typedTexts<T>(source: TextSource<T>): TextFunction<T> {
                  return (key, ...parameters) => {
                    const args: [string, ArgumentValue][] = [];
                    for (const [name, value] of Object.entries<ArgumentValue | Date>(parameters[0] ?? {})) {
                      args.push([name, value instanceof Date ? value.toISOString() : value]);
                    }
                    return source.text(key, Object.fromEntries(args));
                  };
                }
                """).code();
    }

    private static void writeArguments(CodeWriter code, MessageSet messages) {
        code.line("/** The arguments of each message, by key. */").open("export interface MessageArguments {");
        for (var message : messages.messages()) {
            code.blockComment(comment(message)).line(property(message.key()) + ": " + typeOf(message) + ";");
        }
        code.close("}").line("");
    }

    private static List<String> comment(CatalogMessage message) {
        return SourceEscapes.commentLines(message.documentation()).stream().map(it -> it.replace("*/", "*\\/")).toList();
    }

    private static String typeOf(CatalogMessage message) {
        return message.arguments().isEmpty() ? "NoArguments" : message.arguments().stream()
                .map(it -> property(it.name()) + ": " + typeOf(it.type())).collect(Collectors.joining("; ", "{ ", " }"));
    }

    private static String typeOf(ArgumentType type) {
        return switch (type) {
            case STRING -> "string";
            case NUMBER -> "number";
            case DATETIME -> "DateTime";
            case CURRENCY -> "CurrencyAmount";
        };
    }

    private static void writeConstants(CodeWriter code, String name, String comment, String prefix, Collection<String> values,
            Function<String, String> symbol) {
        Map<String, String> identifiers = new Identifiers(Style.UPPER_SNAKE, prefix, Set.of()).of(values, symbol);
        code.line("/** " + comment + " */").open("export const " + name + " = {");
        identifiers.forEach((value, identifier) -> code.line(identifier + ": " + literal(value) + ","));
        code.close("} as const;").line("");
    }

    private static String property(String name) {
        return PROPERTY.matcher(name).matches() ? name : literal(name);
    }

    private static String literal(String text) {
        return "'" + SourceEscapes.literal(text, "'\\") + "'";
    }
}
