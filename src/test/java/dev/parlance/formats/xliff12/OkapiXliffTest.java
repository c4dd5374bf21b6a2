package dev.parlance.formats.xliff12;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.EntryDetails;
import dev.parlance.formats.ReviewState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.xliff.XLIFFFilter;
import org.junit.jupiter.api.Test;

/** Tests that Okapi's filter reads the same units from written files. */
class OkapiXliffTest {
    private static final List<String> TEXTS = List.of("Hello {name}", "a < b & c > d ]]>", " spaces  and\nlines\t",
            "\"quotes\" 'apostrophes'",
            "日本語 😀", "<b>bold</b>");

    @Test
    void findsSameUnits() {
        var de = LocaleTag.parse("de");
        var entries = new ArrayList<BundleContent.Entry>();
        var expected = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < TEXTS.size(); i++) {
            var key = "key." + i;
            entries.add(new BundleContent.Entry(key, TEXTS.get(i), ArgumentContract.EMPTY, de, Set.of(), new EntryDetails(Optional.empty(),
                    Optional.of("Source " + TEXTS.get(i)), Optional.of("Note"), Optional.of(ReviewState.APPROVED))));
            expected.put(key, List.of("Source " + TEXTS.get(i), TEXTS.get(i)));
        }
        var bytes = new Xliff12Format().write(new BundleContent(de, Optional.of(LocaleTag.parse("en")), entries)).bytes();
        var found = new LinkedHashMap<String, List<String>>();
        var german = LocaleId.fromString("de");
        try (var filter = new XLIFFFilter()) {
            filter.open(new RawDocument(new String(bytes, StandardCharsets.UTF_8), LocaleId.fromString("en"), german));
            while (filter.hasNext()) {
                var event = filter.next();
                if (event.isTextUnit()) {
                    var unit = event.getTextUnit();
                    found.put(unit.getId(), List.of(unit.getSource().toString(), unit.getTarget(german).toString()));
                    assertThat(unit.getTargetProperty(german, "approved").getValue()).isEqualTo("yes");
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }
}
