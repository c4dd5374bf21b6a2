package dev.parlance.formats.po;

import dev.parlance.formats.FileEntry;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.writing.EntryWriter;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the entries of a catalog, and then the header, which depends on the entries. */
final class PoWriter implements EntryWriter {
    /** A conversion that is not escaped: a doubled percent sign is literal, but a conversion may follow it. */
    private static final Pattern CONVERSION = Pattern.compile("(?<!%)(?:%%)*+%[-#+ 0,(\\d$.]*[a-zA-Z]");
    /** A conversion with flags that exist in Java but not in C. */
    private static final Pattern JAVA_CONVERSION = Pattern.compile("(?<!%)(?:%%)*+%[-#+ 0\\d$.]*[,(]");

    private final LocaleTag locale;
    private final Optional<LocaleTag> sourceLocale;
    private final String pluralHeader;
    private final PluralIndex plurals;
    private final StringBuilder body = new StringBuilder();
    private boolean hasKeysInContext;
    private boolean hasContexts;

    PoWriter(LocaleTag locale, Optional<LocaleTag> sourceLocale) {
        this.locale = locale;
        this.sourceLocale = sourceLocale;
        this.pluralHeader = PluralHeader.of(locale);
        this.plurals = PluralIndex.parse(pluralHeader);
    }

    @Override
    public void write(FileEntry entry, Losses losses) {
        var text = entry.texts().get(0);
        body.append('\n');
        entry.details().comment().ifPresent(it -> it.lines().forEach(line -> body.append("#. ").append(line).append('\n')));
        writeFlags(entry, text.state().filter(ReviewState.DRAFT::equals).isPresent());
        writeSource(entry);
        writeText(text.text(), entry.sourceText(), losses);
    }

    private void writeFlags(FileEntry entry, boolean fuzzy) {
        var texts = Stream.concat(entry.sourceText().stream(), Stream.of(entry.texts().get(0).text())).flatMap(PoWriter::strings).toList();
        // Without a source text, msgid is a key, and msgfmt would report missing conversions.
        boolean printf = entry.sourceText().isPresent() && texts.stream().anyMatch(it -> CONVERSION.matcher(it).find());
        boolean java = texts.stream().anyMatch(it -> JAVA_CONVERSION.matcher(it).find());
        var format = !printf ? "" : java ? "java-printf-format" : "c-format";
        if (fuzzy || printf) {
            body.append("#, ").append(fuzzy ? "fuzzy" : "").append(fuzzy && printf ? ", " : "").append(format).append('\n');
        }
    }

    /**
     * Writes the msgid and the context. A gettext key is split into both; any other key becomes the context, so that equal source texts
     * stay separate.
     */
    private void writeSource(FileEntry entry) {
        var key = entry.key();
        int end = key.indexOf(PoImport.CONTEXT_END);
        var source = entry.sourceText().map(it -> singular(it)).orElse(key);
        if (end >= 0) {
            hasContexts = true;
            PoString.append(body, "msgctxt", key.substring(0, end));
            PoString.append(body, "msgid", key.substring(end + 1));
        } else if (source.equals(key) || source.isEmpty()) {
            PoString.append(body, "msgid", key);
        } else {
            hasKeysInContext = true;
            PoString.append(body, "msgctxt", key);
            PoString.append(body, "msgid", source);
        }
    }

    private void writeText(RawText text, Optional<RawText> source, Losses losses) {
        boolean plural = text instanceof RawText.PluralForms || source.filter(it -> it instanceof RawText.PluralForms).isPresent();
        if (!plural) {
            PoString.append(body, "msgstr", ((RawText.Single) text).text());
            return;
        }
        PoString.append(body, "msgid_plural", source.map(PoWriter::other).orElseGet(() -> other(text)));
        var categories = plurals.categoriesByForm(locale);
        for (int i = 0; i < categories.size(); i++) {
            PoString.append(body, "msgstr[" + i + "]", form(text, categories.get(i)));
        }
        if (text instanceof RawText.PluralForms forms) {
            var written = categories.stream().map(it -> form(text, it)).toList();
            boolean exact = forms.forms().keySet().stream().anyMatch(it -> it.startsWith("="));
            boolean missing = forms.forms().values().stream().anyMatch(it -> !written.contains(it));
            losses.addIf(exact || missing || forms.ordinal(), LossReason.PLURAL_FORM, forms.argument());
        }
    }

    private static String form(RawText text, String category) {
        return text instanceof RawText.PluralForms plural && plural.forms().containsKey(category) ? plural.forms().get(category)
                : other(text);
    }

    private static String singular(RawText text) {
        return form(text, "one");
    }

    private static String other(RawText text) {
        if (text instanceof RawText.Single single) {
            return single.text();
        }
        var forms = ((RawText.PluralForms) text).forms();
        return forms.getOrDefault("other", forms.get(forms.lastKey()));
    }

    private static Stream<String> strings(RawText text) {
        return text instanceof RawText.PluralForms plural ? plural.forms().values().stream() : Stream.of(other(text));
    }

    @Override
    public byte[] finish() {
        var header = "Project-Id-Version: \nLanguage: " + locale.value().replace('-', '_')
                + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: "
                + pluralHeader + "\n" + sourceLocale.map(it -> "X-Source-Language: " + it.value().replace('-', '_') + "\n").orElse("")
                + (hasKeysInContext && !hasContexts ? PoImport.KEYS_FIELD + ": " + PoImport.KEYS_IN_CONTEXT + "\n" : "");
        var out = new StringBuilder();
        PoString.append(out, "msgid", "");
        PoString.append(out, "msgstr", header);
        return out.append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
