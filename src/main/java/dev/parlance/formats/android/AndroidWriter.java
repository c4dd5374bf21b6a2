package dev.parlance.formats.android;

import dev.parlance.formats.FileEntry;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.writing.EntryWriter;
import dev.parlance.formats.writing.XmlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes {@code <resources>}. */
final class AndroidWriter implements EntryWriter {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}._-]*");
    private static final Pattern ITEM = Pattern.compile("(.+)\\[(0|[1-9]\\d{0,8})]");
    private static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many", "other");

    private final XmlWriter xml = new XmlWriter("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "    ");
    private final Set<String> identifiers = new HashSet<>();
    private final List<FileEntry> array = new ArrayList<>();
    private String arrayName = "";

    AndroidWriter() {
        xml.start("resources");
    }

    @Override
    public void write(FileEntry entry, Losses losses) {
        var item = ITEM.matcher(entry.key());
        if (item.matches() && entry.texts().get(0).text() instanceof RawText.Single) {
            int index = Integer.parseInt(item.group(2));
            if (!item.group(1).equals(arrayName)) {
                endArray();
                arrayName = item.group(1);
            }
            if (index == array.size()) {
                array.add(entry);
                checkName(index == 0 ? arrayName : "", losses);
                return;
            }
        }
        endArray();
        checkName(entry.key(), losses);
        writeComment(entry);
        writeText(entry, losses);
    }

    private void writeText(FileEntry entry, Losses losses) {
        var text = entry.texts().get(0).text();
        if (text instanceof RawText.PluralForms plural) {
            losses.addIf(plural.ordinal(), LossReason.PLURAL_FORM, plural.argument());
            xml.start("plurals", "name", entry.key());
            plural.forms().keySet().stream().filter(it -> !CATEGORIES.contains(it))
                    .forEach(it -> losses.add(LossReason.PLURAL_FORM, plural.argument()));
            CATEGORIES.stream().filter(plural.forms()::containsKey)
                    .forEach(it -> writeItem(plural.forms().get(it), "quantity", it));
            xml.end();
        } else if (text instanceof RawText.Single single) {
            xml.element("string", AndroidText.escape(single.text()), "name", entry.key());
        } else {
            throw new IllegalArgumentException("not an Android text: " + text);
        }
    }

    private void writeItem(String text, String... attributes) {
        xml.element("item", AndroidText.escape(text), attributes);
    }

    private void endArray() {
        if (!array.isEmpty()) {
            writeComment(array.get(0));
            xml.start("string-array", "name", arrayName);
            array.forEach(it -> writeItem(((RawText.Single) it.texts().get(0).text()).text()));
            xml.end();
            array.clear();
        }
        arrayName = "";
    }

    private void writeComment(FileEntry entry) {
        entry.details().comment().ifPresent(xml::comment);
    }

    /** Reports invalid and conflicting names: aapt2 replaces dots and hyphens in the constants of {@code R.java}. */
    private void checkName(String name, Losses losses) {
        if (!name.isEmpty()) {
            losses.addIf(!NAME.matcher(name).matches(), LossReason.SYNTAX, "");
            losses.addIf(!identifiers.add(name.replaceAll("[.-]", "_")), LossReason.KEY_CONFLICT, "");
        }
    }

    @Override
    public byte[] finish() {
        endArray();
        xml.end();
        return xml.finish();
    }
}
