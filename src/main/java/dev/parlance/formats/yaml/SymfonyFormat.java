package dev.parlance.formats.yaml;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The translation files of Symfony: nested or flat mappings, with the domain and the locale in the file name. */
public final class SymfonyFormat implements ImportFormat, BundleFormat {
    private static final String ICU_DOMAIN = "+intl-icu";

    @Override
    public String name() {
        return "yaml-symfony";
    }

    @Override
    public String mediaType() {
        return "application/yaml";
    }

    @Override
    public String path(LocaleTag locale, boolean source) {
        return "messages" + ICU_DOMAIN + "." + locale.value().replace('-', '_') + ".yaml";
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.SYMFONY);
    }

    @Override
    public double recognise(SourceFile file) {
        if (!YamlFiles.isYaml(file)) {
            return 0;
        }
        var roots = YamlFiles.rootKeys(file);
        boolean rails = roots.size() == 1 && YamlFiles.locale(roots.iterator().next()).isPresent();
        boolean named = file.name().split("\\.").length > 2 && YamlFiles.locale(file.name().split("\\.")[1]).isPresent();
        return roots.isEmpty() || rails ? 0 : named ? 0.85 : 0.3;
    }

    @Override
    public FileContent read(SourceFile file) {
        if (!(YamlParser.parse(file) instanceof YamlValue.Mapping root)) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 1, "the document is not a mapping");
        }
        var dialect = file.name().contains(ICU_DOMAIN) ? Optional.of(MessageDialect.ICU) : Optional.<MessageDialect>empty();
        var messages = new YamlMessages(file.path(), false, dialect);
        messages.add(Optional.empty(), root);
        return new FileContent(Optional.empty(), Optional.empty(), messages.entries(), messages.issues());
    }

    /** Writes flat keys, which Symfony treats like nested ones, and patterns for its ICU domains. */
    @Override
    public FormattedBundle write(BundleContent content) {
        var bundle = new FormattedBundle.Builder();
        var texts = new LinkedHashMap<String, Object>();
        for (var entry : content.entries()) {
            texts.put(entry.fileKey(), entry.pattern());
            bundle.add(entry.key(), new Losses(entry));
        }
        return bundle.build(YamlWriter.write(texts));
    }
}
