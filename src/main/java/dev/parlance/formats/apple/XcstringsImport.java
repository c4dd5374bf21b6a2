package dev.parlance.formats.apple;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.DeclaredLocale;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.FileStart;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code .xcstrings} files. */
public final class XcstringsImport implements ImportFormat {
    private static final int MAX_DEPTH = 100;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    private static final Pattern SOURCE = Pattern.compile("\"sourceLanguage\"\\s*:\\s*\"");
    private static final Pattern STRINGS = Pattern.compile("\"strings\"\\s*:\\s*\\{");

    @Override
    public String name() {
        return XcstringsFormat.NAME;
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.APPLE);
    }

    @Override
    public double recognise(SourceFile file) {
        var start = FileStart.of(file);
        return SOURCE.matcher(start).find() && STRINGS.matcher(start).find() ? 1 : file.extension().equals("xcstrings") ? 0.5 : 0;
    }

    @Override
    public FileContent read(SourceFile file) {
        try (var json = JSON.getFactory().createParser(FileStart.decode(file))) {
            return read(file, json);
        } catch (IOException e) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        }
    }

    private static FileContent read(SourceFile file, JsonParser json) throws IOException {
        try {
            return new FileParser(file, json).read();
        } catch (StreamConstraintsException e) {
            boolean deep = e.getOriginalMessage().contains("depth");
            throw new FileFormatException(file.path(), deep ? FileFault.TOO_DEEP : FileFault.TOO_LARGE, json.currentLocation().getLineNr(),
                    e.getOriginalMessage());
        } catch (JacksonException e) {
            var line = Optional.ofNullable(e.getLocation()).orElse(json.currentLocation()).getLineNr();
            throw new FileFormatException(file.path(), FileFault.MALFORMED, Math.max(0, line), e.getOriginalMessage());
        }
    }

    /** A message that may precede its source language in the file. */
    private record Message(String key, int line, JsonNode node) {
    }

    private static final class FileParser {
        private final SourceFile file;
        private final JsonParser json;
        private final EntryCollector entries;

        FileParser(SourceFile file, JsonParser json) {
            this.file = file;
            this.json = json;
            this.entries = new EntryCollector(file);
        }

        FileContent read() throws IOException {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            var source = "";
            var messages = new ArrayList<Message>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                var token = json.nextToken();
                if (name.equals("strings")) {
                    readMessages(messages);
                } else if (name.equals("sourceLanguage")) {
                    expect(token, JsonToken.VALUE_STRING);
                    source = json.getText();
                } else if (name.equals("version") && !json.getText().startsWith("1.")) {
                    throw fault(FileFault.UNSUPPORTED_VERSION, "version " + json.getText());
                } else {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw fault(FileFault.MALFORMED, "unexpected content after the object");
            }
            var locale = DeclaredLocale.parse(source, 0, entries);
            for (var message : messages) {
                addMessage(message, locale);
            }
            return entries.content(Optional.empty(), locale);
        }

        private void readMessages(List<Message> messages) throws IOException {
            expect(json.currentToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var key = json.currentName();
                int line = json.currentTokenLocation().getLineNr();
                expect(json.nextToken(), JsonToken.START_OBJECT);
                messages.add(new Message(key, line, json.readValueAsTree()));
                if (messages.size() > ResourceLimit.IMPORT_MESSAGES.value()) {
                    throw fault(FileFault.TOO_MANY_MESSAGES, "more than " + ResourceLimit.IMPORT_MESSAGES.value() + " messages");
                }
            }
        }

        private void expect(JsonToken token, JsonToken expected) {
            if (token != expected) {
                throw fault(FileFault.MALFORMED, "expected " + expected + " but found " + token);
            }
        }

        private FileFormatException fault(FileFault fault, String detail) {
            return new FileFormatException(file.path(), fault, json.currentTokenLocation().getLineNr(), detail);
        }

        private void addMessage(Message message, Optional<LocaleTag> source) {
            var node = message.node();
            if (node.has("shouldTranslate") && !node.get("shouldTranslate").asBoolean(true)) {
                entries.report(Reason.NOT_TRANSLATABLE, message.line(), message.key());
                return;
            } else if (node.path("extractionState").asText().equals("stale")) {
                entries.report(Reason.OBSOLETE, message.line(), message.key());
                return;
            }
            var texts = new ArrayList<FileText>();
            var locales = new HashSet<LocaleTag>();
            for (var localization : node.path("localizations").properties()) {
                DeclaredLocale.parse(localization.getKey(), message.line(), entries)
                        .ifPresent(locale -> addText(message, localization.getValue(), locale, texts, locales));
            }
            source.filter(locale -> !locales.contains(locale))
                    .ifPresent(it -> texts.add(0, new FileText(it, new RawText.Single(message.key()))));
            if (texts.isEmpty()) {
                entries.report(Reason.EMPTY, message.line(), message.key());
            } else {
                entries.add(new FileEntry(message.key(), message.line(), texts, FileDetails.comment(node.path("comment").asText(""))));
            }
        }

        private void addText(Message message, JsonNode localization, LocaleTag locale, List<FileText> texts,
                Set<LocaleTag> locales) {
            if (locales.contains(locale)) {
                entries.report(Reason.DUPLICATE_KEY, message.line(), message.key());
            } else {
                new LocalizationReader(message.key(), message.line(), entries).read(localization, locale).ifPresent(it -> {
                    texts.add(it);
                    locales.add(locale);
                });
            }
        }
    }
}
