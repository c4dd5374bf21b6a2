package dev.parlance.formats.xliff12;

import dev.parlance.formats.FileEntry;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.writing.EntryWriter;
import dev.parlance.formats.writing.XmlWriter;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one {@code <file>}. */
final class Xliff12Writer implements EntryWriter {
    /** The tag for an unknown language, because the attribute is required. */
    private static final String UNKNOWN_LANGUAGE = "und";

    private final XmlWriter xml = new XmlWriter("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "  ");

    Xliff12Writer(LocaleTag locale, Optional<LocaleTag> sourceLocale) {
        xml.start("xliff", "xmlns", "urn:oasis:names:tc:xliff:document:1.2", "version", "1.2");
        xml.start("file", "original", "messages", "source-language", sourceLocale.map(LocaleTag::value).orElse(UNKNOWN_LANGUAGE),
                "target-language", locale.value(), "datatype", "plaintext");
        xml.start("body");
    }

    @Override
    public void write(FileEntry entry, Losses losses) {
        var text = entry.texts().get(0);
        var attributes = new ArrayList<>(List.of("id", entry.key(), "resname", entry.key(), "xml:space", "preserve"));
        var state = new ArrayList<String>();
        text.state().ifPresent(it -> {
            switch (it) {
                case DRAFT -> state.addAll(List.of("state", "needs-review-translation"));
                case TRANSLATED -> state.addAll(List.of("state", "translated"));
                case APPROVED -> {
                    attributes.addAll(List.of("approved", "yes"));
                    state.addAll(List.of("state", "final"));
                }
            }
        });
        losses.addIf(!XmlWriter.canHold(entry.key()), LossReason.KEY_CONFLICT, "");
        losses.addIf(!XmlWriter.canHold(single(text.text())), LossReason.SYNTAX, "");
        xml.start("trans-unit", attributes.toArray(String[]::new));
        xml.element("source", entry.sourceText().map(Xliff12Writer::single).orElse(""));
        xml.element("target", single(text.text()), state.toArray(String[]::new));
        entry.details().comment().ifPresent(it -> xml.element("note", it));
        xml.end();
    }

    private static String single(RawText text) {
        return ((RawText.Single) text).text();
    }

    @Override
    public byte[] finish() {
        xml.end();
        xml.end();
        xml.end();
        return xml.finish();
    }
}
