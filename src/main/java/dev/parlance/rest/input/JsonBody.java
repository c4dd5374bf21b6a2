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
 * The body of a request, read strictly: UTF-8 without faults, no member twice or unknown, no number for a text and no fraction for a
 * whole number, nothing after the end. Decimals keep their digits.
 */
public final class JsonBody {
    private static final ObjectMapper STRICT = strict();
    private static final String ANYWHERE = "*";

    private JsonBody() {
    }

    /** @param mayHoldNulls the member below which null is a value like others; elsewhere a member is there or left out */
    public static <T> T read(byte[] body, Class<T> type, String mayHoldNulls) {
        var text = decoded(body);
        try (var parser = STRICT.createParser(text)) {
            JsonNode tree = STRICT.readTree(parser);
            if (tree == null || tree.isMissingNode() || parser.nextToken() != null) {
                throw malformed(parser.currentLocation());
            }
            if (!mayHoldNulls.equals(ANYWHERE)) {
                refuseNulls("", tree, mayHoldNulls);
            }
            return STRICT.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            throw ProblemType.UNKNOWN_FIELD.with(pointer(e));
        } catch (MismatchedInputException e) {
            throw ProblemType.INVALID_FIELD.with(pointer(e), expected(e.getTargetType()));
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation());
        } catch (NumberFormatException e) {
            // An exponent too long for any decimal: Jackson leaves it to BigDecimal to say so.
            throw malformed(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an object becomes by a merge patch. */
    public static <T> T patched(byte[] body, Object present, Class<T> type) {
        var patch = read(body, ObjectNode.class, ANYWHERE);
        var becomes = MergePatch.apply(STRICT.valueToTree(present), patch);
        try {
            return read(STRICT.writeValueAsBytes(becomes), type, "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuseNulls(String pointer, JsonNode node, String mayHoldNulls) {
        if (node.isNull()) {
            throw ProblemType.INVALID_FIELD.with(pointer, "value");
        }
        for (var member : node.properties()) {
            if (!member.getValue().isTextual() && !member.getKey().equals(mayHoldNulls)) {
                refuseNulls(pointer + "/" + escaped(member.getKey()), member.getValue(), mayHoldNulls);
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseNulls(pointer + "/" + i, node.get(i), mayHoldNulls);
            }
        }
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw ProblemType.MALFORMED_BODY.with(1, 1);
        }
    }

    private static ProblemException malformed(@Nullable JsonLocation at) {
        return at == null ? ProblemType.MALFORMED_BODY.with(1, 1)
                : ProblemType.MALFORMED_BODY.with(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    /** RFC 6901. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(it -> it.getFieldName() == null ? Integer.toString(it.getIndex()) : it.getFieldName())
                .map(it -> "/" + escaped(it))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == String.class) {
            return "text";
        } else if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        } else if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "number";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "list" : "object";
    }

    private static ObjectMapper strict() {
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
