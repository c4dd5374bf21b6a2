package dev.parlance.errorbody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error body of an upstream, with the errors that it contains. Immutable.
 *
 * <p>Replacing texts leaves every other character of the body as it is.
 */
public final class ErrorBody {
    private final String json;
    private final List<UpstreamError> errors;

    private ErrorBody(String json, List<UpstreamError> errors) {
        this.json = json;
        this.errors = errors;
    }

    /**
     * An error of a body. It has a text, or a code, or both.
     *
     * @param code      a number as it is written
     * @param text      empty if the body has no text, or a blank one
     * @param arguments an array or an object; only if there is no text
     * @param place     where a text is written
     */
    public record UpstreamError(Optional<String> code, Optional<String> text, Optional<JsonNode> arguments, TextPlace place) {
    }

    /**
     * The characters of the body that a text replaces.
     *
     * @param prefix what precedes the text, such as the name of a new member
     */
    public record TextPlace(int start, int end, String prefix) {
    }

    /**
     * Parses a body.
     *
     * @throws JsonProcessingException if it is not one JSON value
     */
    public static ErrorBody parse(String json, ErrorMembers members) throws JsonProcessingException {
        return new ErrorBody(json, new ErrorBodyReader(json, members).read());
    }

    /** Returns the errors in the order of their places. */
    public List<UpstreamError> errors() {
        return errors;
    }

    /**
     * Returns the body with other texts.
     *
     * @param texts the text of each error, in the order of {@link #errors()}; null leaves it as it is
     */
    public String withTexts(List<@Nullable String> texts) {
        var result = new StringBuilder(json.length());
        int position = 0;
        for (int i = 0; i < errors.size(); i++) {
            var text = texts.get(i);
            if (text != null) {
                var place = errors.get(i).place();
                result.append(json, position, place.start()).append(place.prefix()).append(quote(text));
                position = place.end();
            }
        }
        return result.append(json, position, json.length()).toString();
    }

    static String quote(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
