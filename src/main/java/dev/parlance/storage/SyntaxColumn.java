package dev.parlance.storage;

import dev.parlance.rendering.syntax.Syntax;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** The column of a syntax: its label. */
@Immutable
@Converter(autoApply = true)
public class SyntaxColumn implements AttributeConverter<Syntax, String> {
    @Override
    public String convertToDatabaseColumn(Syntax syntax) {
        return syntax.label();
    }

    @Override
    public Syntax convertToEntityAttribute(String label) {
        return Syntax.of(label);
    }
}
