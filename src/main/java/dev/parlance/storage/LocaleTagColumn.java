package dev.parlance.storage;

import dev.parlance.locales.LocaleTag;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** The column of a locale: a BCP 47 tag. */
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
