package dev.parlance.formats.apple;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.locales.LocaleTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes the members of each object sorted by name, as Xcode does. */
final class XcstringsWriter {
    private static final Pattern PART = Pattern.compile("%(\\d+)\\$#@([^@]+)@");
    private static final JsonFactory FACTORY = new JsonFactory();

    private final LocaleTag sourceLocale;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json;

    XcstringsWriter(LocaleTag sourceLocale) {
        this.sourceLocale = sourceLocale;
        try {
            json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8);
            json.setPrettyPrinter(new XcodeLayout());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indents by two spaces, and writes an empty line into an empty object. */
    private static final class XcodeLayout extends DefaultPrettyPrinter {
        private static final long serialVersionUID = 1;

        XcodeLayout() {
            indentObjectsWith(new DefaultIndenter("  ", "\n"));
        }

        @Override
        public DefaultPrettyPrinter createInstance() {
            return new XcodeLayout();
        }

        @Override
        public void writeEndObject(JsonGenerator generator, int members) throws IOException {
            if (members > 0) {
                super.writeEndObject(generator, members);
            } else {
                _nesting--;
                generator.writeRaw("\n\n" + "  ".repeat(_nesting) + "}");
            }
        }
    }

    /** @param messages by key in the order of the file, each by locale */
    byte[] write(Map<String, Map<LocaleTag, FileEntry>> messages) {
        try {
            json.writeStartObject();
            json.writeStringField("sourceLanguage", sourceLocale.value());
            json.writeObjectFieldStart("strings");
            for (var message : messages.entrySet()) {
                writeMessage(message.getKey(), new TreeMap<>(message.getValue()));
            }
            json.writeEndObject();
            json.writeStringField("version", "1.0");
            json.writeEndObject();
            json.close();
            bytes.write('\n');
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeMessage(String key, Map<LocaleTag, FileEntry> entries) throws IOException {
        json.writeObjectFieldStart(key);
        var comment = Optional.ofNullable(entries.get(sourceLocale)).flatMap(it -> it.details().comment());
        if (comment.isPresent()) {
            json.writeStringField("comment", comment.get());
        }
        // Without this state, Xcode removes messages that it does not find in the source code.
        json.writeStringField("extractionState", "manual");
        json.writeObjectFieldStart("localizations");
        for (var entry : entries.entrySet()) {
            json.writeObjectFieldStart(entry.getKey().value());
            writeText(entry.getValue().texts().get(0));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeText(FileText text) throws IOException {
        var state = text.state().filter(ReviewState.DRAFT::equals).isPresent() ? "needs_review" : "translated";
        if (text.text() instanceof RawText.Single single) {
            writeUnit(single.text(), state);
        } else if (text.text() instanceof RawText.PluralForms plural) {
            writeVariations(plural, state, "");
        } else {
            var parts = (RawText.Substitutions) text.text();
            writeUnit(parts.text(), state);
            json.writeObjectFieldStart("substitutions");
            for (var variable : new TreeMap<>(parts.variables()).entrySet()) {
                writeSubstitution(variable.getKey(), variable.getValue(), parts.text(), state);
            }
            json.writeEndObject();
        }
    }

    private void writeSubstitution(String name, RawText.PluralForms plural, String text, String state) throws IOException {
        json.writeObjectFieldStart(name);
        var part = PART.matcher(text);
        int position = 0;
        while (position == 0 && part.find()) {
            position = part.group(2).equals(name) ? Integer.parseInt(part.group(1)) : 0;
        }
        var type = AppleTexts.numberType(plural);
        if (position > 0) {
            json.writeNumberField("argNum", position);
        }
        json.writeStringField("formatSpecifier", type);
        writeVariations(plural, state, "%" + (position > 0 ? position + "$" : "") + type);
        json.writeEndObject();
    }

    /** @param conversion replaces {@code %arg}; empty for forms of the whole text */
    private void writeVariations(RawText.PluralForms plural, String state, String conversion) throws IOException {
        json.writeObjectFieldStart("variations");
        json.writeObjectFieldStart("plural");
        var forms = new TreeMap<>(AppleTexts.forms(plural));
        for (var form : forms.entrySet()) {
            json.writeObjectFieldStart(form.getKey());
            writeUnit(conversion.isEmpty() ? form.getValue() : form.getValue().replace(conversion, "%arg"), state);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeUnit(String value, String state) throws IOException {
        json.writeObjectFieldStart("stringUnit");
        json.writeStringField("state", state);
        json.writeStringField("value", value);
        json.writeEndObject();
    }
}
