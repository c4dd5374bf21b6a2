package dev.parlance.rest.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A strict parser of request bodies.
 *
 * <p>Rejects invalid UTF-8, duplicate and unknown members, numbers in place of strings, fractions in place of integers, and content
 * after the end. Decimals keep their digits.
 */
public final class JsonBody {
    private static final ObjectMapper MAPPER = strictMapper();
    private static final String EMPTY_OBJECT = "{}";
    private static final String ALL_MEMBERS = "*";

    private JsonBody() {
    }

    /**
     * Parses a body.
     *
     * @param nullableMember the member below which null is allowed. Elsewhere null is rejected: a member is present or omitted.
     * @throws ProblemException {@link ProblemType#MALFORMED_BODY}, {@link ProblemType#UNKNOWN_FIELD} or
     *         {@link ProblemType#INVALID_FIELD}
     */
    public static <T> T read(byte[] body, Class<T> type, String nullableMember) {
        var text = decodeUtf8(body);
        try (var parser = MAPPER.createParser(text)) {
            JsonNode tree = MAPPER.readTree(parser);
            if (tree == null || tree.isMissingNode() || parser.nextToken() != null) {
                throw malformedBody(parser.currentLocation());
            }
            if (tree.isNull() || !nullableMember.equals(ALL_MEMBERS)) {
                rejectNulls("", tree, nullableMember);
            }
            return MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw ProblemType.UNKNOWN_FIELD.with(toPointer(e), e.getKnownPropertyIds() == null ? ProblemType.NONE
                    : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
        } catch (MismatchedInputException e) {
            throw invalidType(toPointer(e), expectedType(e.getTargetType()));
        } catch (JsonProcessingException e) {
            throw malformedBody(e.getLocation());
        } catch (NumberFormatException e) {
            // The exponent exceeds the range of BigDecimal. Jackson does not check it.
            throw malformedBody(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a body without required members. An absent body is an empty object.
     *
     * @throws ProblemException as {@link #read}
     */
    public static <T> T readOptional(byte[] body, Class<T> type) {
        return read(body.length == 0 ? EMPTY_OBJECT.getBytes(StandardCharsets.UTF_8) : body, type, "");
    }

    /**
     * Applies a JSON Merge Patch (RFC 7396) to an object and parses the result.
     *
     * @throws ProblemException as {@link #read}
     */
    public static <T> T applyPatch(byte[] body, Object current, Class<T> type) {
        var patch = read(body, ObjectNode.class, ALL_MEMBERS);
        var merged = MergePatch.apply(MAPPER.valueToTree(current), patch);
        try {
            return read(MAPPER.writeValueAsBytes(merged), type, "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rejectNulls(String pointer, JsonNode node, String nullableMember) {
        if (node.isNull()) {
            throw invalidType(pointer, "null");
        }
        for (var member : node.properties()) {
            if (!member.getValue().isTextual() && !member.getKey().equals(nullableMember)) {
                rejectNulls(pointer + "/" + escape(member.getKey()), member.getValue(), nullableMember);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                rejectNulls(pointer + "/" + i, node.get(i), nullableMember);
            }
        }
    }

    private static String decodeUtf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw ProblemType.MALFORMED_BODY.with(1, 1);
        }
    }

    /** The pointer of the whole body is empty, which would leave a gap in the problem text. */
    private static ProblemException invalidType(String pointer, String expected) {
        return ProblemType.INVALID_FIELD.with(pointer.isEmpty() ? "/" : pointer, pointer.isEmpty() ? "body" : expected);
    }

    private static ProblemException malformedBody(@Nullable JsonLocation location) {
        return location == null ? ProblemType.MALFORMED_BODY.with(1, 1)
                : ProblemType.MALFORMED_BODY.with(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** Returns the JSON Pointer (RFC 6901) of the value that failed. */
    private static String toPointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(it -> it.getFieldName() == null ? Integer.toString(it.getIndex()) : it.getFieldName())
                .map(it -> "/" + escape(it))
                .collect(Collectors.joining());
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String expectedType(@Nullable Class<?> type) {
        if (type == String.class) {
            return "text";
        } else if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "number";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "list" : "object";
    }

    private static ObjectMapper strictMapper() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, it -> it
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
