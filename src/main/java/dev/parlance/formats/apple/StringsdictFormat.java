package dev.parlance.formats.apple;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.formats.writing.BundleEntries;
import dev.parlance.formats.writing.EntryWriter;
import dev.parlance.formats.writing.XmlWriter;
import dev.parlance.locales.LocaleTag;
import java.util.Map;

/** A {@code .stringsdict} file. */
public final class StringsdictFormat implements BundleFormat {
    static final String NAME = "apple-stringsdict";
    static final String FORMAT_KEY = "NSStringLocalizedFormatKey";
    static final String RULE_KEY = "NSStringFormatSpecTypeKey";
    static final String PLURAL_RULE = "NSStringPluralRuleType";
    static final String TYPE_KEY = "NSStringFormatValueTypeKey";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value() + ".lproj/Localizable.stringsdict";
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var texts = new AppleTexts(content);
        return BundleEntries.write(content, texts::write, new Writer());
    }

    /** Writes a property list. */
    static final class Writer implements EntryWriter {
        private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC "
                + "\"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">";
        private static final String ONLY_VARIABLE = "value";

        private final XmlWriter xml = new XmlWriter(PROLOG, "\t");

        Writer() {
            xml.start("plist", "version", "1.0");
            xml.start("dict");
        }

        @Override
        public void write(FileEntry entry, Losses losses) {
            entry.details().comment().ifPresent(xml::comment);
            losses.addIf(!XmlWriter.canHold(entry.key()), LossReason.KEY_CONFLICT, "");
            xml.element("key", entry.key());
            xml.start("dict");
            var text = entry.texts().get(0).text();
            if (text instanceof RawText.Single single) {
                pair(FORMAT_KEY, single.text(), losses);
            } else if (text instanceof RawText.PluralForms plural) {
                pair(FORMAT_KEY, "%#@" + ONLY_VARIABLE + "@", losses);
                writeVariable(ONLY_VARIABLE, plural, losses);
            } else {
                var parts = (RawText.Substitutions) text;
                pair(FORMAT_KEY, parts.text(), losses);
                parts.variables().forEach((name, plural) -> writeVariable(name, plural, losses));
            }
            xml.end();
        }

        private void writeVariable(String name, RawText.PluralForms plural, Losses losses) {
            xml.element("key", name);
            xml.start("dict");
            pair(RULE_KEY, PLURAL_RULE, losses);
            pair(TYPE_KEY, AppleTexts.numberType(plural), losses);
            Map<String, String> forms = AppleTexts.forms(plural);
            losses.addIf(AppleTexts.losesForms(plural), LossReason.PLURAL_FORM, plural.argument());
            AppleTexts.CATEGORIES.stream().filter(forms::containsKey).forEach(it -> pair(it, forms.get(it), losses));
            xml.end();
        }

        private void pair(String key, String value, Losses losses) {
            losses.addIf(!XmlWriter.canHold(value), LossReason.SYNTAX, "");
            xml.element("key", key);
            xml.element("string", value);
        }

        @Override
        public byte[] finish() {
            xml.end();
            xml.end();
            return xml.finish();
        }
    }
}
