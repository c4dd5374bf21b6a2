package dev.parlance.codegen;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Messages whose keys, texts and arguments break careless generators. */
final class HostileMessages {
    /** Ends comments of several languages, starts nested ones, and has each kind of line end. */
    private static final String TEXT = "*/ } /* \\u002a\\u002f \\ \" ' ${x} \\(x) `y` {@link Z} <script> & \r\n next \n line \r end \u0085 "
            + "\u2028 \u2029 tab\t nul\u0000 bell\u0007 \u202Eright\u202C \uD83D\uDE00 \uD800 lone *\n/ // ///";

    private HostileMessages() {
    }

    static MessageSet all() {
        var messages = new ArrayList<CatalogMessage>();
        var keys = List.of("-1", "1", "a.b", "a_b", "a-b", "class", "fun", "init", "wait", "getClass", "toString", "show", "default",
                "self", "__proto__", "constructor", "größe", "日本語", "\uD83D\uDE00", "a b\tc\nd", "quote'\"`$\\u0041\\(x)", "\u202Ekey",
                "\u0000", "\uD800", "*/", "HTTPError", "httpError2", "__", " ", "${x}", "record", "await", "nil", "arguments", "source",
                "key", "value", "x".repeat(200));
        for (var key : keys) {
            messages.add(new CatalogMessage(key, key, Optional.empty(), OptionalInt.empty(), Optional.empty(), TEXT, "", List.of()));
        }
        messages.add(new CatalogMessage("with.arguments", "1", Optional.of("SAME_REASON"), OptionalInt.of(400),
                Optional.of("ABORTED"), TEXT, TEXT + "!", List.of(
                argument("0", ArgumentType.STRING), argument("1", ArgumentType.NUMBER), argument("class", ArgumentType.DATETIME),
                argument("source", ArgumentType.CURRENCY), argument("größe", ArgumentType.STRING), argument("a-b", ArgumentType.STRING),
                argument("a_b", ArgumentType.STRING), argument("\"$x\\", ArgumentType.STRING), argument("*/", ArgumentType.NUMBER),
                argument("__proto__", ArgumentType.STRING), argument("inout", ArgumentType.NUMBER), argument("key", ArgumentType.STRING),
                argument("in", ArgumentType.STRING), argument("\u202Ex", ArgumentType.STRING))));
        messages.add(new CatalogMessage("same.reason", "1", Optional.of("SAME_REASON"), OptionalInt.of(400), Optional.empty(), "", "",
                List.of(argument("limit", ArgumentType.NUMBER))));
        return new MessageSet("*/ \n hostile \u202E", messages);
    }

    private static Argument argument(String name, ArgumentType type) {
        return new Argument(name, type, "");
    }
}
