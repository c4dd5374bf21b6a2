package dev.parlance.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.jobs.RefusedMessages;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** What a job could not be done to, in a column: a JSON list. */
@Immutable
@Converter(autoApply = true)
public class RefusedMessagesColumn implements AttributeConverter<RefusedMessages, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<RefusedMessages.RefusedMessage>> ALL = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(RefusedMessages refused) {
        try {
            return JSON.writeValueAsString(refused.all());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public RefusedMessages convertToEntityAttribute(String json) {
        try {
            return new RefusedMessages(JSON.readValue(json, ALL));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
