package dev.parlance.storage;

import dev.parlance.catalog.MessageKey;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A reference to a message of the same catalog, by its key. */
@Immutable
@Converter(autoApply = true)
public class MessageKeyColumn implements AttributeConverter<MessageKey, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MessageKey key) {
        return key == null ? null : key.value();
    }

    @Override
    public @Nullable MessageKey convertToEntityAttribute(@Nullable String value) {
        return value == null ? null : new MessageKey(value);
    }
}
