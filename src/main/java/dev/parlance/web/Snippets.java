package dev.parlance.web;

import dev.parlance.web.page.QueryString;
import java.util.Map.Entry;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Code that renders a message, ready to be copied. */
public record Snippets(String curl, String java, String typeScript) {

    /**
     * Creates the snippets.
     *
     * @param url       absolute address of the message in the API
     * @param locale    the requested language; null if the client negotiates it
     * @param arguments values by argument name
     */
    static Snippets of(String url, @Nullable String locale, Map<String, String> arguments) {
        var query = locale == null ? QueryString.EMPTY : QueryString.of("locale", locale);
        for (var argument : arguments.entrySet()) {
            query = query.with("arg." + argument.getKey(), argument.getValue());
        }
        var address = query.appendTo(url);
        return new Snippets(curl(address), java(address), typeScript(url, query));
    }

    /** Percent-encoded addresses contain no characters that are special in single-quoted shell strings. */
    private static String curl(String address) {
        return "curl -H 'Accept: text/plain' '" + address + "'";
    }

    private static String java(String address) {
        return """
                var request = HttpRequest.newBuilder(URI.create(%s))
                        .header("Accept", "text/plain").build();
                var text = HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString()).body();""".replace("%s", literal(address));
    }

    private static String typeScript(String url, QueryString query) {
        var parameters = query.parameters().entrySet().stream().map(Snippets::property).collect(Collectors.joining());
        var search = parameters.isEmpty() ? "" : "url.search = new URLSearchParams({\n" + parameters + "}).toString();\n";
        return "const url = new URL(" + literal(url) + ");\n" + search
                + "const response = await fetch(url, { headers: { Accept: \"text/plain\" } });\n"
                + "const text = await response.text();";
    }

    private static String property(Entry<String, String> parameter) {
        return "  " + literal(parameter.getKey()) + ": " + literal(parameter.getValue()) + ",\n";
    }

    /** Returns a string literal for Java and TypeScript. Characters that may be invisible or change the text direction are escaped. */
    static String literal(String text) {
        var literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (isPrintable(c)) {
                literal.append(c);
            } else {
                literal.append("\\u").append("0123456789abcdef".charAt(c >> 12)).append("0123456789abcdef".charAt(c >> 8 & 15))
                        .append("0123456789abcdef".charAt(c >> 4 & 15)).append("0123456789abcdef".charAt(c & 15));
            }
        }
        return literal.append('"').toString();
    }

    private static boolean isPrintable(char c) {
        return c == ' ' || Character.isSurrogate(c) || switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR,
                    Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
