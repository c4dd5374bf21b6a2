package dev.parlance.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.glossary.TermTranslations;
import dev.parlance.locales.LocaleTag;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;

/** The translations of a term in a column: a JSON object, locale to text. */
@Immutable
@Converter(autoApply = true)
public class TermTranslationsColumn implements AttributeConverter<TermTranslations, String> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> MAP_TYPE = new TypeReference<>() {
    };

    @Override
    public String convertToDatabaseColumn(TermTranslations translations) {
        var byTag = new TreeMap<String, String>();
        translations.byLocale().forEach((locale, text) -> byTag.put(locale.value(), text));
        try {
            return JSON.writeValueAsString(byTag);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public TermTranslations convertToEntityAttribute(String json) {
        var byLocale = new TreeMap<LocaleTag, String>();
        try {
            JSON.readValue(json, MAP_TYPE).forEach((tag, text) -> byLocale.put(new LocaleTag(tag), text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return new TermTranslations(byLocale);
    }
}
