package dev.parlance.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.CorsOrigins;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.glossary.TermTranslations;
import dev.parlance.catalog.jobs.RejectedMessages;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.errorbody.MemberPointer;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A value stored as JSON text.
 *
 * @param <T> the domain type
 * @param <J> its JSON form, which stays readable once written
 */
public abstract class JsonColumn<T, J> implements AttributeConverter<T, String> {
    private static final JsonMapper MAPPER = JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();
    private static final ObjectWriter WRITER = MAPPER.writer();
    private static final String EMPTY_LIST = "[]";

    private final ObjectReader reader;
    private final @Nullable T emptyList;

    JsonColumn(TypeReference<J> type) {
        this(type, null);
    }

    /** @param emptyList the shared value of an empty JSON list, which most rows have */
    JsonColumn(TypeReference<J> type, @Nullable T emptyList) {
        this.reader = MAPPER.readerFor(type);
        this.emptyList = emptyList;
    }

    abstract J toJson(T value);

    abstract T fromJson(J json);

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            return value.equals(emptyList) ? EMPTY_LIST : WRITER.writeValueAsString(toJson(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
        if (json == null) {
            return null;
        }
        if (emptyList != null && json.equals(EMPTY_LIST)) {
            return emptyList;
        }
        try {
            return fromJson(reader.readValue(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@link Confirmations} as a list. */
    @Immutable
    @Converter(autoApply = true)
    public static class ConfirmationsColumn extends JsonColumn<Confirmations, List<Confirmation>> {
        public ConfirmationsColumn() {
            super(new TypeReference<>() { }, Confirmations.NONE);
        }

        @Override
        List<Confirmation> toJson(Confirmations value) {
            return value.all();
        }

        @Override
        Confirmations fromJson(List<Confirmation> json) {
            return new Confirmations(json);
        }
    }

    /** The declared arguments of a message as a list, in order. */
    @Immutable
    @Converter(autoApply = true)
    public static class ArgumentContractColumn extends JsonColumn<ArgumentContract, List<ArgumentContractColumn.StoredArgument>> {
        record StoredArgument(String name, String type, String example) {
        }

        public ArgumentContractColumn() {
            super(new TypeReference<>() { }, ArgumentContract.EMPTY);
        }

        @Override
        List<StoredArgument> toJson(ArgumentContract value) {
            return value.arguments().stream().map(it -> new StoredArgument(it.name(), it.type().label(), it.example())).toList();
        }

        @Override
        ArgumentContract fromJson(List<StoredArgument> json) {
            return new ArgumentContract(json.stream().map(it -> new Argument(it.name(), ArgumentType.of(it.type()), it.example()))
                    .toList());
        }
    }

    /** {@link RejectedMessages} as a list. */
    @Immutable
    @Converter(autoApply = true)
    public static class RejectedMessagesColumn extends JsonColumn<RejectedMessages, List<RejectedMessages.RejectedMessage>> {
        public RejectedMessagesColumn() {
            super(new TypeReference<>() { });
        }

        @Override
        List<RejectedMessages.RejectedMessage> toJson(RejectedMessages value) {
            return value.all();
        }

        @Override
        RejectedMessages fromJson(List<RejectedMessages.RejectedMessage> json) {
            return new RejectedMessages(json);
        }
    }

    /** {@link Tags} as a sorted list. */
    @Immutable
    @Converter(autoApply = true)
    public static class TagsColumn extends JsonColumn<Tags, Collection<String>> {
        public TagsColumn() {
            super(new TypeReference<>() { }, Tags.NONE);
        }

        @Override
        Collection<String> toJson(Tags value) {
            return value.names();
        }

        @Override
        Tags fromJson(Collection<String> json) {
            return Tags.of(json);
        }
    }

    /** Pointers to the members of error bodies, by what the members hold. */
    record StoredErrorMembers(List<String> code, List<String> text, List<String> arguments) {
        static StoredErrorMembers of(ErrorMembers it) {
            return new StoredErrorMembers(values(it.code()), values(it.text()), values(it.arguments()));
        }

        private static List<String> values(List<MemberPointer> pointers) {
            return pointers.stream().map(MemberPointer::value).toList();
        }

        ErrorMembers toErrorMembers() {
            return new ErrorMembers(pointers(code), pointers(text), pointers(arguments));
        }

        private static List<MemberPointer> pointers(List<String> values) {
            return values.stream().map(MemberPointer::new).toList();
        }
    }

    /** {@link ErrorMembers} as an object. */
    @Immutable
    @Converter(autoApply = true)
    public static class ErrorMembersColumn extends JsonColumn<ErrorMembers, StoredErrorMembers> {
        public ErrorMembersColumn() {
            super(new TypeReference<>() { });
        }

        @Override
        StoredErrorMembers toJson(ErrorMembers value) {
            return StoredErrorMembers.of(value);
        }

        @Override
        ErrorMembers fromJson(StoredErrorMembers json) {
            return json.toErrorMembers();
        }
    }

    /** {@link CorsOrigins} as a list. */
    @Immutable
    @Converter(autoApply = true)
    public static class CorsOriginsColumn extends JsonColumn<CorsOrigins, List<String>> {
        public CorsOriginsColumn() {
            super(new TypeReference<>() { });
        }

        @Override
        List<String> toJson(CorsOrigins value) {
            return value.origins();
        }

        @Override
        CorsOrigins fromJson(List<String> json) {
            return new CorsOrigins(json);
        }
    }

    /** The translations of a term as an object: locale to text. */
    @Immutable
    @Converter(autoApply = true)
    public static class TermTranslationsColumn extends JsonColumn<TermTranslations, Map<String, String>> {
        public TermTranslationsColumn() {
            super(new TypeReference<>() { });
        }

        @Override
        Map<String, String> toJson(TermTranslations value) {
            var byTag = new TreeMap<String, String>();
            value.byLocale().forEach((locale, text) -> byTag.put(locale.value(), text));
            return byTag;
        }

        @Override
        TermTranslations fromJson(Map<String, String> json) {
            var byLocale = new TreeMap<LocaleTag, String>();
            json.forEach((tag, text) -> byLocale.put(new LocaleTag(tag), text));
            return new TermTranslations(byLocale);
        }
    }
}
