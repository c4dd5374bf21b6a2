package dev.parlance.errorbody;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.errorbody.ErrorBody.TextPlace;
import dev.parlance.errorbody.ErrorBody.UpstreamError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the errors of a body in one pass. Not thread-safe; reads one body. */
final class ErrorBodyReader {
    /** Numbers are copied, not converted, so only the length of the body bounds theirs. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build()).build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private final String json;
    private final List<List<String>> codePointers;
    private final List<List<String>> textPointers;
    private final List<List<String>> argumentPointers;

    private final JsonPath path = new JsonPath();
    private final Deque<OpenContainer> open = new ArrayDeque<>();
    private final Map<List<Object>, SortedMap<Integer, String>> codes = new HashMap<>();
    private final Map<List<Object>, SortedMap<Integer, JsonNode>> arguments = new HashMap<>();
    private final Map<List<Object>, SortedMap<Integer, TextMember>> texts = new LinkedHashMap<>();
    private final Map<List<Object>, SortedMap<Integer, TextPlace>> newMembers = new LinkedHashMap<>();

    /**
     * A member that a text pointer matches.
     *
     * @param text  null if there is none
     * @param place null if the member has a value that is neither a text nor null
     */
    private record TextMember(@Nullable String text, @Nullable TextPlace place) {
        boolean hasText() {
            return text != null && !text.isBlank();
        }
    }

    /** An array or object whose end is not read yet. */
    private record OpenContainer(int start, boolean isObject) {
    }

    ErrorBodyReader(String json, ErrorMembers members) {
        this.json = json;
        this.codePointers = segments(members.code());
        this.textPointers = segments(members.text());
        this.argumentPointers = segments(members.arguments());
    }

    private static List<List<String>> segments(List<MemberPointer> pointers) {
        return pointers.stream().map(MemberPointer::segments).toList();
    }

    List<UpstreamError> read() throws JsonProcessingException {
        try (var parser = MAPPER.createParser(json)) {
            var token = parser.nextToken();
            if (token == null) {
                throw new JsonParseException(parser, "no value");
            }
            do {
                readToken(parser, token);
                token = parser.nextToken();
            } while (!open.isEmpty());
            if (token != null) {
                throw new JsonParseException(parser, "content after the value");
            }
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return toErrors();
    }

    private void readToken(JsonParser parser, JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> path.setName(parser.currentName());
            case START_ARRAY, START_OBJECT -> {
                path.nextValue();
                add(textPointers, texts, () -> new TextMember(null, null));
                open.push(new OpenContainer(start(parser), token == JsonToken.START_OBJECT));
                path.enter(token == JsonToken.START_OBJECT);
            }
            case END_ARRAY, END_OBJECT -> {
                path.leave();
                endContainer(open.pop(), parser);
            }
            default -> {
                path.nextValue();
                readScalar(parser, token);
            }
        }
    }

    private void readScalar(JsonParser parser, JsonToken token) throws IOException {
        int start = start(parser);
        var content = parser.getText();
        boolean isText = token == JsonToken.VALUE_STRING;
        if (isText || token.isNumeric()) {
            add(codePointers, codes, () -> content);
        }
        var place = isText || token == JsonToken.VALUE_NULL ? new TextPlace(start, end(parser), "") : null;
        add(textPointers, texts, () -> new TextMember(isText ? content : null, place));
    }

    private void endContainer(OpenContainer container, JsonParser parser) throws IOException {
        int end = end(parser);
        for (int i = 0; i < argumentPointers.size(); i++) {
            if (path.matches(argumentPointers.get(i))) {
                add(argumentPointers.get(i), i, arguments, MAPPER.readTree(json.substring(container.start(), end)));
            }
        }
        if (container.isObject()) {
            addPlacesOfNewMembers(container.start() + 1, end - 1);
        }
    }

    /** A text can be added to the object of each pointer whose last segment is the name of a member. */
    private void addPlacesOfNewMembers(int start, int end) {
        for (int i = 0; i < textPointers.size(); i++) {
            var pointer = textPointers.get(i);
            var name = pointer.get(pointer.size() - 1);
            if (!name.equals(MemberPointer.WILDCARD) && path.matches(pointer.subList(0, pointer.size() - 1))) {
                var separator = json.substring(start, end).isBlank() ? "" : ",";
                add(pointer, i, newMembers, new TextPlace(end, end, separator + ErrorBody.quote(name) + ":"));
            }
        }
    }

    private <T> void add(List<List<String>> pointers, Map<List<Object>, SortedMap<Integer, T>> found, Supplier<T> value) {
        for (int i = 0; i < pointers.size(); i++) {
            if (path.matches(pointers.get(i))) {
                add(pointers.get(i), i, found, value.get());
            }
        }
    }

    private <T> void add(List<String> pointer, int position, Map<List<Object>, SortedMap<Integer, T>> found, T value) {
        found.computeIfAbsent(path.upToLastWildcard(pointer), it -> new TreeMap<>()).put(position, value);
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Returns the end of the token. That of a string is known once its content is read. */
    private static int end(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }

    private List<UpstreamError> toErrors() {
        var byPlace = new TreeMap<Integer, UpstreamError>();
        Stream.concat(texts.keySet().stream(), newMembers.keySet().stream()).distinct().flatMap(it -> toError(it).stream())
                .forEach(it -> byPlace.putIfAbsent(it.place().start(), it));
        return List.copyOf(byPlace.values());
    }

    private Optional<UpstreamError> toError(List<Object> error) {
        var members = texts.getOrDefault(error, Collections.emptySortedMap());
        var withText = members.values().stream().filter(TextMember::hasText).findFirst();
        if (withText.isPresent()) {
            return Optional.of(new UpstreamError(findCode(error), Optional.ofNullable(withText.get().text()), Optional.empty(),
                    Objects.requireNonNull(withText.get().place())));
        }
        var code = first(codes, error);
        boolean hasOtherValue = members.values().stream().anyMatch(it -> it.place() == null);
        if (code.isEmpty() || hasOtherValue) {
            return Optional.empty();
        }
        return members.values().stream().map(TextMember::place).findFirst().or(() -> first(newMembers, error))
                .map(it -> new UpstreamError(code, Optional.empty(), first(arguments, error), it));
    }

    /** Returns the code of the error, or of the innermost one that contains it. */
    private Optional<String> findCode(List<Object> error) {
        return IntStream.rangeClosed(0, error.size()).map(it -> error.size() - it).mapToObj(it -> first(codes, error.subList(0, it)))
                .flatMap(Optional::stream).findFirst();
    }

    private static <T> Optional<T> first(Map<List<Object>, SortedMap<Integer, T>> found, List<Object> error) {
        return Optional.ofNullable(found.get(error)).map(it -> it.get(it.firstKey()));
    }
}
