package dev.parlance.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as maps, lists, strings, numbers, booleans and nulls.
 *
 * <p>Jackson's streaming parser is small, runs on Android 8 and newer, and is in most server applications already.
 */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Json() {
    }

    /** @throws IOException if the bytes are not exactly one JSON object */
    static Map<String, Object> readObject(byte[] document) throws IOException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            return readObject(parser);
        }
    }

    /** @throws IOException if the text is not exactly one JSON object */
    static Map<String, Object> readObject(String document) throws IOException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            return readObject(parser);
        }
    }

    private static Map<String, Object> readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not a JSON object");
        }
        Map<String, Object> object = readMembers(parser);
        if (parser.nextToken() != null) {
            throw new IOException("text after the JSON object");
        }
        return object;
    }

    private static Map<String, Object> readMembers(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            members.put(name, readValue(parser));
        }
        return members;
    }

    private static Object readValue(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the JSON document is truncated");
        }
        switch (token) {
            case START_OBJECT:
                return readMembers(parser);
            case START_ARRAY:
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(readValue(parser));
                }
                return items;
            case VALUE_NUMBER_INT:
                return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? parser.getBigIntegerValue() : parser.getLongValue();
            case VALUE_NUMBER_FLOAT:
                return parser.getDecimalValue();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NULL:
                return null;
            default:
                return parser.getText();
        }
    }

    /** Writes maps, lists, strings and integers, without white space and in the order of iteration. */
    static byte[] write(Map<String, ?> object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
            writeValue(generator, object);
        } catch (IOException e) { // a stream in memory does not fail
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeValue(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
                generator.writeFieldName((String) member.getKey());
                writeValue(generator, member.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable) {
            generator.writeStartArray();
            for (Object item : (Iterable<?>) value) {
                writeValue(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Number) {
            generator.writeNumber(((Number) value).longValue());
        } else {
            generator.writeString((String) value);
        }
    }

    /** Returns a member that must be a string. */
    static String string(Map<String, ?> object, String name) throws IOException {
        Object value = object.get(name);
        if (!(value instanceof String)) {
            throw new IOException("no string " + name);
        }
        return (String) value;
    }

    /** Returns a member that must be a positive int. */
    static int integer(Map<String, ?> object, String name) throws IOException {
        Object value = object.get(name);
        if (!(value instanceof Long) || (Long) value < 0 || (Long) value > Integer.MAX_VALUE) {
            throw new IOException("no integer " + name);
        }
        return ((Long) value).intValue();
    }

    /** Returns a member that must be an object, or an empty map if it is absent. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, ?> object, String name) throws IOException {
        Object value = object.get(name);
        if (value != null && !(value instanceof Map)) {
            throw new IOException("no object " + name);
        }
        return value == null ? new LinkedHashMap<>() : (Map<String, Object>) value;
    }

    /** Returns a member that must be an array, or an empty list if it is absent. */
    static List<?> array(Map<String, ?> object, String name) throws IOException {
        Object value = object.get(name);
        if (value != null && !(value instanceof List)) {
            throw new IOException("no array " + name);
        }
        return value == null ? new ArrayList<>() : (List<?>) value;
    }
}
