package dev.parlance.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.Tags;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** The tags of a message in a column: a JSON list of names, sorted. */
@Immutable
@Converter(autoApply = true)
public class TagsColumn implements AttributeConverter<Tags, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> LIST_TYPE = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(Tags tags) {
        try {
            return JSON.writeValueAsString(tags.names());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Tags convertToEntityAttribute(String json) {
        try {
            return Tags.of(JSON.readValue(json, LIST_TYPE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
