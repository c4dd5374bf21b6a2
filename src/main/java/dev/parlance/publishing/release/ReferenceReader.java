package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks over a reference document, entry by entry: a large one as a whole would be many times its bytes. */
public final class ReferenceReader {
    private final JsonParser json;

    private ReferenceReader(JsonParser json) {
        this.json = json;
    }

    /** @throws java.io.UncheckedIOException for bytes that are no reference */
    public static void read(byte[] reference, Consumer<Reference.Entry> each) {
        CanonicalJson.read(reference, json -> new ReferenceReader(json).document(each));
    }

    private void document(Consumer<Reference.Entry> each) throws IOException {
        CanonicalJson.expect(json, JsonToken.START_OBJECT);
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            switch (name) {
                case "catalog", "locale" -> text();
                case "messages" -> {
                    CanonicalJson.expect(json, JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        each.accept(entry());
                    }
                }
                default -> throw unknown(name);
            }
        }
    }

    private Reference.Entry entry() throws IOException {
        String key = "";
        String code = "";
        String reason = "";
        int status = 0;
        var arguments = List.<Reference.Hole>of();
        var tags = List.<String>of();
        PublishedAdvice advice = null;
        String locale = "";
        String syntax = "";
        String text = "";
        String description = "";
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            switch (name) {
                case "key" -> key = text();
                case "code" -> code = text();
                case "reason" -> reason = text();
                case "httpStatus" -> status = json.nextIntValue(0);
                case "arguments" -> arguments = holes();
                case "tags" -> tags = tags();
                case "advice" -> advice = advice();
                case "locale" -> locale = text();
                case "syntax" -> syntax = text();
                case "text" -> text = text();
                case "description" -> description = text();
                default -> throw unknown(name);
            }
        }
        return new Reference.Entry(key, code, reason, status, arguments, tags, advice, locale, syntax, text, description);
    }

    private List<Reference.Hole> holes() throws IOException {
        CanonicalJson.expect(json, JsonToken.START_ARRAY);
        var holes = new ArrayList<Reference.Hole>(0);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            holes.add(hole());
        }
        return holes;
    }

    private List<String> tags() throws IOException {
        CanonicalJson.expect(json, JsonToken.START_ARRAY);
        var tags = new ArrayList<String>(1);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            tags.add(json.getText());
        }
        return tags;
    }

    private PublishedAdvice advice() throws IOException {
        CanonicalJson.expect(json, JsonToken.START_OBJECT);
        boolean deprecated = false;
        String replacedBy = null;
        String sunset = null;
        boolean developer = false;
        String retry = null;
        boolean outcomeUnknown = false;
        for (var member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            switch (member) {
                case "deprecated" -> deprecated = truth();
                case "replacedBy" -> replacedBy = text();
                case "sunset" -> sunset = text();
                case "developer" -> developer = truth();
                case "retry" -> retry = text();
                case "outcomeUnknown" -> outcomeUnknown = truth();
                default -> throw unknown(member);
            }
        }
        return new PublishedAdvice(deprecated, replacedBy, sunset, developer, retry, outcomeUnknown);
    }

    private boolean truth() throws IOException {
        return Boolean.TRUE.equals(json.nextBooleanValue());
    }

    private Reference.Hole hole() throws IOException {
        String name = "";
        String type = "";
        String example = "";
        for (var member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            switch (member) {
                case "name" -> name = text();
                case "type" -> type = text();
                case "example" -> example = text();
                default -> throw unknown(member);
            }
        }
        return new Reference.Hole(name, type, example);
    }

    private String text() throws IOException {
        CanonicalJson.expect(json, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static IOException unknown(String name) {
        return new IOException("a reference does not have " + name);
    }
}
