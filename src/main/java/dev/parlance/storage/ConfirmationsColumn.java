package dev.parlance.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** What was confirmed of a text, in a column: a JSON list. */
@Immutable
@Converter(autoApply = true)
public class ConfirmationsColumn implements AttributeConverter<Confirmations, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Confirmation>> LIST_TYPE = new TypeReference<>() {
    };

    private static final String EMPTY_LIST = "[]";

    @Override
    public String convertToDatabaseColumn(Confirmations confirmations) {
        try {
            return confirmations.all().isEmpty() ? EMPTY_LIST : JSON.writeValueAsString(confirmations.all());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Confirmations convertToEntityAttribute(String json) {
        try {
            return json.equals(EMPTY_LIST) ? Confirmations.NONE : new Confirmations(JSON.readValue(json, LIST_TYPE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
