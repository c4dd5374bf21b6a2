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
    public static void read(byte[] reference, Consumer<ReferenceDocument.Entry> consumer) {
        CanonicalJson.read(reference, json -> new ReferenceReader(json).readDocument(consumer));
    }

    private void readDocument(Consumer<ReferenceDocument.Entry> consumer) throws IOException {
        CanonicalJson.expect(json, JsonToken.START_OBJECT);
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            switch (name) {
                case "catalog", "locale" -> readString();
                case "messages" -> {
                    CanonicalJson.expect(json, JsonToken.START_ARRAY);
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        consumer.accept(readEntry());
                    }
                }
                default -> throw unknownMember(name);
            }
        }
    }

    private ReferenceDocument.Entry readEntry() throws IOException {
        String key = "";
        String code = "";
        String reason = "";
        int status = 0;
        var arguments = List.<ReferenceDocument.ArgumentEntry>of();
        var tags = List.<String>of();
        PublishedAdvice advice = null;
        String locale = "";
        String syntax = "";
        String text = "";
        String description = "";
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            switch (name) {
                case "key" -> key = readString();
                case "code" -> code = readString();
                case "reason" -> reason = readString();
                case "httpStatus" -> status = json.nextIntValue(0);
                case "arguments" -> arguments = readArguments();
                case "tags" -> tags = readTags();
                case "advice" -> advice = readAdvice();
                case "locale" -> locale = readString();
                case "syntax" -> syntax = readString();
                case "text" -> text = readString();
                case "description" -> description = readString();
                default -> throw unknownMember(name);
            }
        }
        return new ReferenceDocument.Entry(key, code, reason, status, arguments, tags, advice, locale, syntax, text, description);
    }

    private List<ReferenceDocument.ArgumentEntry> readArguments() throws IOException {
        CanonicalJson.expect(json, JsonToken.START_ARRAY);
        var arguments = new ArrayList<ReferenceDocument.ArgumentEntry>(0);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            arguments.add(readArgument());
        }
        return arguments;
    }

    private List<String> readTags() throws IOException {
        CanonicalJson.expect(json, JsonToken.START_ARRAY);
        var tags = new ArrayList<String>(1);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            tags.add(json.getText());
        }
        return tags;
    }

    private PublishedAdvice readAdvice() throws IOException {
        CanonicalJson.expect(json, JsonToken.START_OBJECT);
        boolean deprecated = false;
        String replacedBy = null;
        String sunset = null;
        boolean developer = false;
        String retry = null;
        boolean outcomeUnknown = false;
        for (var member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            switch (member) {
                case "deprecated" -> deprecated = readBoolean();
                case "replacedBy" -> replacedBy = readString();
                case "sunset" -> sunset = readString();
                case "developer" -> developer = readBoolean();
                case "retry" -> retry = readString();
                case "outcomeUnknown" -> outcomeUnknown = readBoolean();
                default -> throw unknownMember(member);
            }
        }
        return new PublishedAdvice(deprecated, replacedBy, sunset, developer, retry, outcomeUnknown);
    }

    private boolean readBoolean() throws IOException {
        return Boolean.TRUE.equals(json.nextBooleanValue());
    }

    private ReferenceDocument.ArgumentEntry readArgument() throws IOException {
        String name = "";
        String type = "";
        String example = "";
        for (var member = json.nextFieldName(); member != null; member = json.nextFieldName()) {
            switch (member) {
                case "name" -> name = readString();
                case "type" -> type = readString();
                case "example" -> example = readString();
                default -> throw unknownMember(member);
            }
        }
        return new ReferenceDocument.ArgumentEntry(name, type, example);
    }

    private String readString() throws IOException {
        CanonicalJson.expect(json, JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static IOException unknownMember(String name) {
        return new IOException("a reference does not have " + name);
    }
}
