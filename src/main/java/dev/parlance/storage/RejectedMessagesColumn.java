package dev.parlance.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.jobs.RejectedMessages;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** What a job could not be done to, in a column: a JSON list. */
@Immutable
@Converter(autoApply = true)
public class RejectedMessagesColumn implements AttributeConverter<RejectedMessages, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<RejectedMessages.RejectedMessage>> LIST_TYPE = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(RejectedMessages rejected) {
        try {
            return JSON.writeValueAsString(rejected.all());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public RejectedMessages convertToEntityAttribute(String json) {
        try {
            return new RejectedMessages(JSON.readValue(json, LIST_TYPE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
