package dev.parlance.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** The contract of a message in a column: a JSON list of its arguments. */
@Immutable
@Converter(autoApply = true)
public class ArgumentContractColumn implements AttributeConverter<ArgumentContract, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<StoredArgument>> LIST_TYPE = new TypeReference<>() {
    };

    private static final String EMPTY_LIST = "[]";

    private record StoredArgument(String name, String type, String example) {
    }

    @Override
    public String convertToDatabaseColumn(ArgumentContract contract) {
        try {
            return JSON.writeValueAsString(contract.arguments().stream()
                    .map(it -> new StoredArgument(it.name(), it.type().label(), it.example())).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ArgumentContract convertToEntityAttribute(String json) {
        if (json.equals(EMPTY_LIST)) {
            return ArgumentContract.EMPTY;
        }
        try {
            return new ArgumentContract(JSON.readValue(json, LIST_TYPE).stream()
                    .map(it -> new Argument(it.name(), ArgumentType.of(it.type()), it.example())).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
