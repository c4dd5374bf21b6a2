package dev.parlance.formats.yaml;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.ClientLocale;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.dialect.DialectWriter;
import dev.parlance.formats.dialect.PluralSupport;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The locale files of Ruby on Rails: nested mappings below the locale, with plural forms as mappings. */
public final class RailsFormat implements ImportFormat, BundleFormat {

    @Override
    public String name() {
        return "yaml-rails";
    }

    @Override
    public String mediaType() {
        return "application/yaml";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return locale.value() + ".yml";
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.RUBY);
    }

    @Override
    public double recognise(SourceFile file) {
        if (!YamlFiles.isYaml(file)) {
            return 0;
        }
        var roots = YamlFiles.rootKeys(file);
        return !roots.isEmpty() && roots.stream().allMatch(it -> YamlFiles.locale(it).isPresent()) ? 0.9 : 0;
    }

    @Override
    public FileContent read(SourceFile file) {
        if (!(YamlParser.parse(file) instanceof YamlValue.Mapping root)) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 1, "the document is not a mapping");
        }
        var messages = new YamlMessages(file.path(), true, Optional.empty());
        root.members().forEach((name, value) -> {
            if (value instanceof YamlValue.Mapping mapping) {
                messages.add(Optional.of(parse(file, mapping.line(), name)), mapping);
            } else if (!(value instanceof YamlValue.Text text && text.isNull())) {
                throw new FileFormatException(file.path(), FileFault.MALFORMED, value.line(), "no mapping below the locale " + name);
            }
        });
        return new FileContent(Optional.empty(), Optional.empty(), messages.entries(), messages.issues());
    }

    private static LocaleTag parse(SourceFile file, int line, String name) {
        try {
            return LocaleTag.parse(name);
        } catch (ProblemException e) {
            throw new FileFormatException(file.path(), FileFault.UNKNOWN_LOCALE, line, "the key " + name + " is not a locale");
        }
    }

    @Override
    public FormattedBundle write(BundleContent content) {
        var writer = new DialectWriter(MessageDialect.RUBY, PluralSupport.FORMS, new ClientLocale(content.locale()));
        var bundle = new FormattedBundle.Builder();
        var tree = new KeyTree();
        content.entries().forEach(it -> tree.reserve(it.fileKey()));
        for (var entry : content.entries()) {
            var losses = new Losses(entry);
            var text = writer.write(entry, losses);
            losses.addIf(!tree.put(entry.fileKey(), value(text)), LossReason.KEY_CONFLICT, "");
            bundle.add(entry.key(), losses);
        }
        var root = new LinkedHashMap<String, Object>();
        root.put(content.locale().value(), tree.root());
        return bundle.build(YamlWriter.write(root));
    }

    private static Object value(RawText text) {
        if (text instanceof RawText.PluralForms plural) {
            var forms = new LinkedHashMap<String, Object>();
            YamlMessages.CATEGORIES.forEach(it -> forms.computeIfAbsent(it, plural.forms()::get));
            return forms;
        } else if (text instanceof RawText.Single single) {
            return single.text();
        }
        return ((RawText.Substitutions) text).text();
    }
}
