package dev.parlance.formats.po;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.Losses;
import dev.parlance.formats.RawText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.po.POFilter;
import org.junit.jupiter.api.Test;

/** Tests that Okapi's filter reads the same texts from written files. */
class OkapiPoTest {

    @Test
    void findsSameTexts() {
        var ru = LocaleTag.parse("ru");
        var writer = new PoWriter(ru, Optional.of(LocaleTag.parse("en")));
        var losses = new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY, ru));
        var forms = new RawText.PluralForms("", false, new TreeMap<>(Map.of("one", "%d файл", "few", "%d файла", "many", "%d файлов")));
        var plural = new RawText.PluralForms("", false, new TreeMap<>(Map.of("one", "%d file", "other", "%d files")));
        writer.write(entry("a", "Say \"%s\"", new RawText.Single("Скажи \"%s\"")), losses);
        writer.write(entry("b", "line\nnext", new RawText.Single("строка\nещё\tодна")), losses);
        writer.write(new FileEntry("c", 0, List.of(new FileText(forms)), FileDetails.NONE, Optional.of(plural)), losses);
        var found = new LinkedHashMap<String, String>();
        var russian = LocaleId.fromString("ru");
        try (var filter = new POFilter()) {
            filter.open(new RawDocument(new String(writer.finish(), StandardCharsets.UTF_8), LocaleId.fromString("en"), russian));
            while (filter.hasNext()) {
                var event = filter.next();
                if (event.isTextUnit()) {
                    found.put(event.getTextUnit().getTarget(russian).toString(), event.getTextUnit().getSource().toString());
                }
            }
        }
        assertThat(found).isEqualTo(Map.of("Скажи \"%s\"", "Say \"%s\"", "строка\nещё\tодна", "line\nnext", "%d файл", "%d file",
                "%d файла", "%d files", "%d файлов", "%d files"));
    }

    private static FileEntry entry(String key, String source, RawText text) {
        return new FileEntry(key, 0, List.of(new FileText(text)), FileDetails.NONE, Optional.of(new RawText.Single(source)));
    }
}
