package dev.parlance.publishing.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.GrpcStatus;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference documents are stored permanently in databases and files, so old ones must remain readable. */
class ReferenceDocumentTest {
    private static final String BEFORE_TAGS = """
            {"catalog":"shop","locale":"en","messages":[{"key":"a","code":"7","reason":"A","httpStatus":400,\
            "arguments":[{"name":"n","type":"number","example":"5"}],"locale":"en","syntax":"icu","text":"{n}","description":""}]}""";
    private static final ReferenceDocument.Entry ENTRY = new ReferenceDocument.Entry("a", "7", "A", 400, null,
            List.of(new ReferenceDocument.ArgumentEntry("n", "number", "5")), List.of(), null, null, "en", "icu", "{n}", "");

    @Test
    void readsDocumentsWithoutTags() {
        assertThat(read(BEFORE_TAGS)).containsExactly(ENTRY);
        assertThat(CanonicalJson.read(BEFORE_TAGS.getBytes(StandardCharsets.UTF_8), ReferenceDocument.class).messages())
                .containsExactly(ENTRY);
    }

    @Test
    void omitsTagsWhenEmpty() {
        assertThat(written(new ReferenceDocument("shop", "en", List.of(ENTRY)))).isEqualTo(BEFORE_TAGS);
    }

    @Test
    void writesTagsAfterArguments() {
        var tagged = new ReferenceDocument.Entry("a", "7", "A", 400, null, List.of(), List.of("order", "rate-limit"), null, null, "en",
                "icu", "x", "");
        var written = written(new ReferenceDocument("shop", "en", List.of(tagged)));
        assertThat(written).contains("\"arguments\":[],\"tags\":[\"order\",\"rate-limit\"],\"locale\"");
        assertThat(read(written)).containsExactly(tagged);
        assertThatThrownBy(() -> read(written.replace("[\"order\"", "[7"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void writesOnlyNonDefaultAdvice() {
        var advice = new PublishedAdvice(true, "b", "2027-06-30", false, "after-delay", true);
        var advised = new ReferenceDocument.Entry("a", "7", "A", 400, null, List.of(), List.of(), advice, null, "en", "icu", "x", "");
        var written = written(new ReferenceDocument("shop", "en", List.of(advised)));
        assertThat(written).contains("\"advice\":{\"deprecated\":true,\"replacedBy\":\"b\",\"sunset\":\"2027-06-30\",\"retry\":\"after-delay\","
                + "\"outcomeUnknown\":true}");
        assertThat(read(written)).containsExactly(advised);
    }

    @Test
    void writesDefinedGrpcStatusAfterHttpStatus() {
        var entry = new ReferenceDocument.Entry("a", "7", "A", 400, GrpcStatus.OUT_OF_RANGE, List.of(), List.of(), null, null, "en", "icu",
                "x", "");
        var written = written(new ReferenceDocument("shop", "en", List.of(entry)));
        assertThat(written).contains("\"httpStatus\":400,\"grpcStatus\":\"OUT_OF_RANGE\",\"arguments\"");
        assertThat(read(written)).containsExactly(entry);
        assertThatThrownBy(() -> read(written.replace("OUT_OF_RANGE", "OUT"))).isInstanceOf(UncheckedIOException.class);
    }

    private static String written(ReferenceDocument reference) {
        return new String(CanonicalJson.write(reference), StandardCharsets.UTF_8);
    }

    private static List<ReferenceDocument.Entry> read(String document) {
        var entries = new ArrayList<ReferenceDocument.Entry>();
        ReferenceReader.read(document.getBytes(StandardCharsets.UTF_8), entries::add);
        return entries;
    }
}
