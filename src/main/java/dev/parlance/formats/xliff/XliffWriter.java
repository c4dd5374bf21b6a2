package dev.parlance.formats.xliff;

import dev.parlance.formats.FileEntry;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.writing.EntryWriter;
import dev.parlance.formats.writing.XmlWriter;
import dev.parlance.locales.LocaleTag;
import java.util.Locale;
import java.util.Optional;

/** Writes one {@code <file>}. Not every key is a valid id, so units are numbered and have their keys as names. */
final class XliffWriter implements EntryWriter {
    /** The tag for an unknown language, because the attribute is required. */
    private static final String UNKNOWN_LANGUAGE = "und";
    private static final RawText EMPTY = new RawText.Single("");

    private final XmlWriter xml = new XmlWriter("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "  ");
    private int units;

    XliffWriter(LocaleTag locale, Optional<LocaleTag> sourceLocale) {
        xml.start("xliff", "xmlns", XliffImport.NAMESPACE, "version", "2.0", "srcLang",
                sourceLocale.map(LocaleTag::value).orElse(UNKNOWN_LANGUAGE), "trgLang", locale.value());
        xml.start("file", "id", "messages");
    }

    @Override
    public void write(FileEntry entry, Losses losses) {
        var text = entry.texts().get(0);
        losses.addIf(!XmlWriter.canHold(entry.key()), LossReason.KEY_CONFLICT, "");
        xml.start("unit", "id", "u" + ++units, "name", entry.key(), "xml:space", "preserve");
        entry.details().comment().ifPresent(it -> {
            xml.start("notes");
            xml.element("note", it);
            xml.end();
        });
        // An empty translation counts as missing.
        var state = text.state().filter(it -> !text.text().equals(EMPTY)).map(XliffWriter::state);
        xml.start("segment", state.map(it -> new String[] {"state", it}).orElse(new String[0]));
        xml.elementWithMarkup("source", entry.sourceText().map(XliffWriter::escape).orElse(""));
        xml.elementWithMarkup("target", escape(text.text()));
        xml.end();
        xml.end();
    }

    private static String state(ReviewState state) {
        return switch (state) {
            case DRAFT -> "initial";
            case TRANSLATED -> "translated";
            case APPROVED -> "final";
        };
    }

    /** Control characters, which XML does not allow, are written as elements. */
    private static String escape(RawText text) {
        var escaped = new StringBuilder();
        ((RawText.Single) text).text().codePoints().forEach(c -> {
            var character = Character.toString(c);
            escaped.append(XmlWriter.canHold(character) ? XmlWriter.escape(character)
                    : String.format(Locale.ROOT, "<cp hex=\"%04X\"/>", c));
        });
        return escaped.toString();
    }

    @Override
    public byte[] finish() {
        if (units == 0) {
            // A file must contain a unit or a group.
            xml.empty("group", "id", "empty");
        }
        xml.end();
        xml.end();
        return xml.finish();
    }
}
