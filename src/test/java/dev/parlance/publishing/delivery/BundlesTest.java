package dev.parlance.publishing.delivery;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.Transactions;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.formatjs.FormatJsFormat;
import dev.parlance.formats.i18next.I18nextFormat;
import dev.parlance.formats.json.JsonFormat;
import dev.parlance.formats.printf.PrintfFormat;
import dev.parlance.locales.Fallback;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.PseudoLocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bundles of any release, and what is derived from them. Release 1 has "a" and "b"; release 2, in production, has "a" and "c". */
class BundlesTest {
    private static final BundleFilter ALL = new BundleFilter("", Optional.empty());

    private final ReleaseDelivery delivery = new ReleaseDelivery();
    private String header = "";

    @BeforeEach
    void releaseTwice() {
        write("a", "A", "あ");
        write("b", "B", "い");
        tag("a", "first", "both");
        delivery.catalog.release();
        write("c", "C", "う");
        delivery.catalog.write("a", JA, "亜");
        tag("a", "both");
        tag("c", "both");
        delivery.catalog.retire("b");
        delivery.catalog.publish(true);
        delivery.catalog.move("production", 2, 0);
        delivery.refresh.refresh();
        header = "{\"catalog\":\"" + delivery.name + "\",\"release\":2,";
    }

    @Test
    void readsBundleOfServedReleaseFromMemory() {
        delivery.catalog.releases.bundles(delivery.catalog.releases.find(delivery.name, 2).orElseThrow().id())
                .forEach(it -> delivery.catalog.blobs.lose(it.bundle()));
        assertThat(text(delivery.releaseBundles.read(delivery.name, 2, JA)))
                .isEqualTo(header + "\"locale\":\"ja\",\"messages\":{\"a\":\"亜\",\"c\":\"う\"}}");
    }

    @Test
    void readsBundleOfOtherReleaseFromDatabase() {
        var bundle = delivery.releaseBundles.read(delivery.name, 1, JA);
        assertThat(text(bundle)).endsWith("\"messages\":{\"a\":\"あ\",\"b\":\"い\"}}");
        assertThat(bundle.encodings()).containsKeys(ContentEncoding.GZIP);
        assertThat(bundle.locale()).isEqualTo(JA);
    }

    @Test
    void rejectsUnknownReleasesAndLocalesWithoutFallback() {
        assertThat(problemOf(() -> delivery.releaseBundles.read(delivery.name, 3, EN)).type()).isEqualTo(ProblemType.UNKNOWN_RELEASE);
        assertThat(problemOf(() -> delivery.releaseBundles.read(new CatalogName("other"), 1, EN)).type())
                .isEqualTo(ProblemType.UNKNOWN_RELEASE);
        for (int release : new int[] {1, 2}) {
            assertThat(problemOf(() -> delivery.releaseBundles.read(delivery.name, release, LocaleTag.parse("ja-JP"))).arguments())
                    .containsEntry("locale", "ja-JP").containsEntry("offered", "ar, de, en, ja, pl");
        }
    }

    @Test
    void selectsByPrefixKeepingNumberOfBundle() {
        assertThat(text(select("c", null))).isEqualTo(header + "\"locale\":\"ja\",\"messages\":{\"c\":\"う\"}}");
        assertThat(text(select("none", null))).endsWith("\"messages\":{}}");
    }

    @Test
    void numbersBundleSelectedByTagLikeServedRelease() {
        tag("c");
        delivery.catalog.release();
        delivery.catalog.move("production", 3, 1);
        delivery.refresh.refresh();
        assertThat(text(select("", null))).startsWith(header);
        assertThat(text(select("", "both"))).contains("\"release\":3,").endsWith("{\"a\":\"亜\"}}");
    }

    @Test
    void reportsChangesSinceRelease() {
        assertThat(text(delta(1, ALL)))
                .isEqualTo(header + "\"since\":1,\"locale\":\"ja\",\"changed\":{\"a\":\"亜\",\"c\":\"う\"},\"removed\":[\"b\"]}");
        assertThat(text(delta(2, ALL))).contains("\"changed\":{},\"removed\":[]");
    }

    @Test
    void reportsMessagesThatLostTheirTagAsRemoved() {
        assertThat(text(delta(1, new BundleFilter("", Optional.of("first"))))).contains("\"changed\":{},\"removed\":[\"a\"]");
        assertThat(text(delta(1, new BundleFilter("c", Optional.of("both"))))).contains("\"changed\":{\"c\":\"う\"},\"removed\":[]");
    }

    @Test
    void derivesNothingIfBaseIsUnknown() {
        assertThat(changes(9, ALL)).isEmpty();
        assertThat(delivery.derive.changes(production(), production().locale(PseudoLocale.ACCENTED), 2, ALL, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"DATABASE_UNAVAILABLE", "OUTCOME_UNKNOWN"})
    void derivesNothingIfDatabaseIsDown(ProblemType problem) {
        assertThat(deriveDuring(problem).changes(production(), production().locale(JA), 1, ALL, List.of())).isEmpty();
    }

    @Test
    void doesNotHideOtherProblems() {
        assertThatThrownBy(() -> deriveDuring(ProblemType.BUSY).changes(production(), production().locale(JA), 1, ALL, List.of()))
                .hasMessage("busy {}");
    }

    @Test
    void comparesServedReleasesWithoutDatabase() {
        delivery.catalog.move("beta", 1, 0);
        delivery.refresh.refresh();
        var derived = deriveDuring(ProblemType.DATABASE_UNAVAILABLE).changes(production(), production().locale(JA), 1, ALL, List.of());
        assertThat(text(derived.orElseThrow())).isEqualTo(text(delta(1, ALL))).contains("\"removed\":[\"b\"]");
        assertThat(text(delta(1, new BundleFilter("", Optional.of("first"))))).contains("\"changed\":{},\"removed\":[\"a\"]");
    }

    @Test
    void compressesRequestedEncodingsOnly() {
        var filter = new BundleFilter("c", Optional.empty());
        assertThat(select("c", null).encodings()).isEmpty();
        assertThat(delivery.derive.select(production(), production().locale(JA), filter, List.of(ContentEncoding.ZSTD)).encodings())
                .containsOnlyKeys(ContentEncoding.ZSTD);
    }

    @Test
    void convertsToClientFormat() {
        var converted = convert(AR, Fallback.FULL);
        assertThat(text(converted)).isEqualTo("ar: a=A (en), c=C (en)");
        assertThat(converted.lossy()).containsExactly("c");
        assertThat(converted.missing()).isEmpty();
    }

    @Test
    void leavesTextsOfOtherLocalesOutOfClientFormat() {
        writeArabic();
        var converted = convert(AR, Fallback.PARENTS);
        assertThat(text(converted)).isEqualTo("ar: a=A (ar)");
        assertThat(converted.missing()).containsExactly("c");
        var english = convert(EN, Fallback.PARENTS);
        assertThat(text(english)).isEqualTo("en: a=A (en), c=C (en)");
        assertThat(english.missing()).isEmpty();
    }

    @Test
    void namesLocaleOfTextsThatFellBack() {
        writeArabic();
        assertThat(text(production().locale(AR).encoded()))
                .endsWith("\"messages\":{\"a\":\"A\",\"c\":\"C\"},\"fallback\":{\"en\":[\"c\"]}}");
        assertThat(text(production().locale(EN).encoded())).endsWith("\"messages\":{\"a\":\"A\",\"c\":\"C\"}}");
        assertThat(text(select(AR, new BundleFilter("c", Optional.empty()))))
                .endsWith("\"messages\":{\"c\":\"C\"},\"fallback\":{\"en\":[\"c\"]}}");
        assertThat(text(select(AR, new BundleFilter("a", Optional.empty())))).endsWith("\"messages\":{\"a\":\"A\"}}");
        for (var fallback : List.of(Fallback.PARENTS, Fallback.NONE)) {
            assertThat(text(select(AR, new BundleFilter("", Optional.empty(), fallback)))).endsWith("\"messages\":{\"a\":\"A\"}}");
        }
    }

    /** The pattern of "a" is the same in both releases, but its language differs. */
    @Test
    void reportsTextsInAnotherLanguageAsChanged() {
        writeArabic();
        var fromDatabase = text(delta(AR, 2, ALL));
        assertThat(fromDatabase).endsWith("\"changed\":{\"a\":\"A\"},\"removed\":[]}");
        assertThat(text(delta(AR, 1, ALL)))
                .endsWith("\"changed\":{\"a\":\"A\",\"c\":\"C\"},\"removed\":[\"b\"],\"fallback\":{\"en\":[\"c\"]}}");
        delivery.catalog.move("beta", 2, 0);
        delivery.refresh.refresh();
        assertThat(text(delta(AR, 2, ALL))).isEqualTo(fromDatabase);
    }

    @Test
    void comparesAcceptedTextsOnly() {
        writeArabic();
        var own = new BundleFilter("", Optional.empty(), Fallback.NONE);
        assertThat(text(delta(AR, 1, own))).endsWith("\"changed\":{\"a\":\"A\"},\"removed\":[]}");
        assertThat(text(delta(AR, 3, own))).endsWith("\"changed\":{},\"removed\":[]}");
        var rows = delivery.catalog.rows;
        delivery.catalog.edit(() -> {
            rows.ports.texts().remove(rows.ports.texts().find(rows.name, CatalogRows.key("a"), AR).orElseThrow());
            rows.catalog().markTextsChanged(AR);
        });
        publish(4, 2);
        assertThat(text(delta(AR, 3, own))).endsWith("\"changed\":{},\"removed\":[\"a\"]}");
    }

    private void writeArabic() {
        delivery.catalog.write("a", AR, "A");
        publish(3, 1);
    }

    private void publish(int release, int moves) {
        delivery.catalog.release();
        delivery.catalog.move("production", release, moves);
        delivery.refresh.refresh();
    }

    @Test
    void combinesBundlesUnmodified() {
        var combined = combine(JA, EN);
        assertThat(text(combined))
                .isEqualTo(header + "\"bundles\":[" + text(production().locale(JA).encoded()) + ","
                + text(production().locale(EN).encoded()) + "]}");
        assertThat(combined.length()).isEqualTo(text(combined).getBytes(StandardCharsets.UTF_8).length);
        assertThat(combined.segments()).contains(production().locale(JA).bundle());
        assertThat(text(combine())).isEqualTo(header + "\"bundles\":[]}");
    }

    @Test
    void combinesRepeatedLocaleOnce() {
        assertThat(text(combine(JA, EN, JA, EN))).isEqualTo(text(combine(JA, EN)));
        assertThat(combine(JA, EN, JA).digest()).isEqualTo(combine(JA, EN).digest());
    }

    @Test
    void identifiesCombinedBundlesByTheirContent() {
        var before = combine(JA, EN).digest();
        assertThat(combine(EN, JA).digest()).isNotEqualTo(before);
        assertThat(combine(JA).digest()).isNotEqualTo(before);
        delivery.catalog.write("a", JA, "唖");
        delivery.catalog.release();
        delivery.catalog.move("production", 3, 1);
        delivery.refresh.refresh();
        assertThat(combine(JA, EN).digest()).isNotEqualTo(before);
    }

    /** A format that cannot represent the key "c". */
    private static final class PlainList implements BundleFormat {
        @Override
        public String name() {
            return "plain-list";
        }

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public FormattedBundle write(BundleContent content) {
            var lines = StreamSupport.stream(content.entries().spliterator(), false)
                    .map(it -> it.key() + "=" + it.pattern() + " (" + it.locale() + ")").collect(Collectors.joining(", "));
            var bundle = new FormattedBundle.Builder();
            content.entries().forEach(entry -> {
                var losses = new Losses(entry);
                losses.addIf(entry.key().equals("c"), LossReason.SYNTAX, "");
                bundle.add(entry.key(), losses);
            });
            return bundle.build((content.locale() + ": " + lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(String key, String english, String japanese) {
        delivery.catalog.define(key);
        delivery.catalog.write(key, EN, english);
        delivery.catalog.write(key, JA, japanese);
    }

    private void tag(String key, String... tags) {
        var rows = delivery.catalog.rows;
        delivery.catalog.edit(() -> {
            var message = rows.ports.messages().find(rows.name, CatalogRows.key(key)).orElseThrow();
            message.updateDefinition(message.definition().withTags(Tags.of(List.of(tags))));
            rows.catalog().markDefinitionsChanged();
        });
    }

    private Snapshot production() {
        return delivery.registry.get(delivery.name);
    }

    private EncodedBundle select(LocaleTag locale, BundleFilter filter) {
        return delivery.derive.select(production(), production().locale(locale), filter, List.of());
    }

    private EncodedBundle delta(LocaleTag locale, int since, BundleFilter filter) {
        return delivery.derive.changes(production(), production().locale(locale), since, filter, List.of()).orElseThrow();
    }

    private EncodedBundle select(String prefix, String tag) {
        return delivery.derive.select(production(), production().locale(JA), new BundleFilter(prefix, Optional.ofNullable(tag)), List.of());
    }

    private EncodedBundle delta(int since, BundleFilter filter) {
        return changes(since, filter).orElseThrow();
    }

    private Optional<EncodedBundle> changes(int since, BundleFilter filter) {
        return delivery.derive.changes(production(), production().locale(JA), since, filter, List.of());
    }

    @Test
    void returnsChangesInShapeOfClient() {
        var shape = new ClientShape(new I18nextFormat(), JA, ALL);
        var changes = new ConvertBundle(delivery.releaseBundles).changes(production(), production().locale(JA), 1, shape, List.of())
                .orElseThrow();
        assertThat(text(changes)).isEqualTo(header + "\"since\":1,\"locale\":\"ja\",\"changed\":{\"a\":\"亜\",\"c\":\"う\"},"
                + "\"removed\":[\"b\"]}");
        assertThat(new ConvertBundle(delivery.releaseBundles).changes(production(), production().locale(JA), 9, shape, List.of()))
                .isEmpty();
    }

    /** A client that applies the changes to the earlier bundle has the later one. */
    @Test
    void changesOfClientFormatsLeadToTheLaterBundle() throws IOException {
        delivery.catalog.define("limit", new Argument("n", ArgumentType.STRING, ""));
        delivery.catalog.write("limit", EN, "{n} left");
        delivery.catalog.write("limit", JA, "残り{n}");
        for (var key : List.of("item", "thing")) {
            write(key + "_other", key, key);
            delivery.catalog.define(key, new Argument("n", ArgumentType.NUMBER, "1"));
            delivery.catalog.write(key, EN, "{n, plural, one{# piece} other{# pieces}}");
            delivery.catalog.write(key, JA, "{n, plural, other{#個}}");
        }
        publish(3, 1);
        delivery.catalog.define("limit", new Argument("n", ArgumentType.NUMBER, "1"));
        delivery.catalog.write("item", JA, "{n, plural, other{#点}}");
        delivery.catalog.retire("thing_other");
        delivery.catalog.publish(true);
        delivery.catalog.move("production", 4, 2);
        delivery.refresh.refresh();
        for (var format : List.of(new JsonFormat(), new FormatJsFormat(), new I18nextFormat(), new PrintfFormat())) {
            var shape = new ClientShape(format, JA, ALL);
            var convert = new ConvertBundle(delivery.releaseBundles);
            var earlier = convert.convert(delivery.releaseBundles.load(delivery.name, 3, JA).locale(JA), shape, List.of());
            var later = convert.convert(production().locale(JA), shape, List.of());
            var changes = json(convert.changes(production(), production().locale(JA), 3, shape, List.of()).orElseThrow());
            var applied = (ObjectNode) json(earlier);
            changes.get("removed").forEach(it -> applied.remove(it.asText()));
            applied.setAll((ObjectNode) changes.get("changed"));
            assertThat(applied).as(format.name()).isEqualTo(json(later)).isNotEqualTo(json(earlier));
        }
    }

    private static JsonNode json(EncodedBundle bundle) throws IOException {
        return new ObjectMapper().readTree(bundle.identity());
    }

    @Test
    void loadsReleaseForConversion() {
        assertThat(delivery.releaseBundles.load(delivery.name, 1, JA).locale(JA).findMessage("b").orElseThrow().text()).isEqualTo("い");
        assertThat(delivery.releaseBundles.load(delivery.name, 2, JA)).isSameAs(production());
        assertThat(problemOf(() -> delivery.releaseBundles.load(delivery.name, 1, LocaleTag.parse("ja-JP"))).type())
                .isEqualTo(ProblemType.UNKNOWN_LOCALE);
    }

    private EncodedBundle convert(LocaleTag locale, Fallback fallback) {
        var filter = new BundleFilter("", Optional.empty(), fallback);
        return new ConvertBundle(delivery.releaseBundles)
                .convert(production().locale(locale), new ClientShape(new PlainList(), locale, filter),
                List.of());
    }

    private CombinedBundles combine(LocaleTag... locales) {
        return CombinedBundles.of(production(), Stream.of(locales).map(production()::locale).toList());
    }

    private static String text(CombinedBundles combined) {
        return combined.segments().stream().map(it -> new String(it, StandardCharsets.UTF_8)).collect(Collectors.joining());
    }

    private DeriveBundle deriveDuring(ProblemType problem) {
        var failing = new Transactions() {
            @Override
            public <T> T call(Supplier<T> action) {
                throw problem.with();
            }
        };
        return new DeriveBundle(new ReadReleaseBundle(delivery.registry, delivery.catalog.releases, delivery.catalog.blobs, failing));
    }

    private static String text(EncodedBundle bundle) {
        return new String(bundle.identity(), StandardCharsets.UTF_8);
    }
}
