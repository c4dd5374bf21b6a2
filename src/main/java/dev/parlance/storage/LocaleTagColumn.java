package dev.parlance.storage;

import dev.parlance.locales.LocaleTag;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** A language tag in a column. */
@Immutable
@Converter(autoApply = true)
public class LocaleTagColumn implements AttributeConverter<LocaleTag, String> {
    @Override
    public String convertToDatabaseColumn(LocaleTag tag) {
        return tag.value();
    }

    @Override
    public LocaleTag convertToEntityAttribute(String value) {
        return new LocaleTag(value);
    }
}
