package dev.parlance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.Advice;
import dev.parlance.catalog.Audience;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.RetryHint;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SynchronisationPlanTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final LocaleTag AR = LocaleTag.parse("ar");

    private final List<Message> messages = new ArrayList<>();
    private final List<MessageText> texts = new ArrayList<>();

    /** Databases contain digests of earlier versions. If their form changed, every shipped message would appear edited. */
    @Test
    void keepsTheFormOfStoredDigests() {
        var definition = new Message.Definition(3, "-1", "A", 400, ArgumentContract.EMPTY, Tags.NONE,
                new LifecycleInfo(Lifecycle.DEPRECATED, new MessageKey("-1016"), LocalDate.of(2027, 6, 30)),
                new Advice(Audience.DEVELOPER, RetryHint.AFTER_DELAY, true), 80);
        var parts = List.of("3", "-1", "A", "400", "Life[stage=DEPRECATED, replacedBy=-1016, sunset=2027-06-30] "
                + "Advice[audience=DEVELOPER, retry=AFTER_DELAY, outcomeUnknown=true] 80");
        assertThat(new SynchronisationPlan.DefinitionChange(new MessageKey("a"), definition, Optional.empty()).digest())
                .isEqualTo(Digest.of(parts).hex());
    }

    @Test
    void createsEverythingInEmptyDatabase() {
        var plan = plan(shipped("Hello", "مرحبا"), Set.of());
        assertThat(plan.newLocales()).containsExactly(AR, EN);
        assertThat(plan.messages()).hasSize(1).allMatch(it -> it.stored().isEmpty());
        assertThat(plan.texts()).hasSize(2).allMatch(it -> it.stored().isEmpty());
    }

    @Test
    void isEmptyOnSecondRun() {
        apply(plan(shipped("Hello", "مرحبا"), Set.of()));
        assertThat(plan(shipped("Hello", "مرحبا"), Set.of(AR, EN)).isEmpty()).isTrue();
    }

    @Test
    void updatesUnmodifiedText() {
        apply(plan(shipped("Hello", "مرحبا"), Set.of()));
        var plan = plan(shipped("Hello!", "مرحبا"), Set.of(AR, EN));
        assertThat(plan.texts()).singleElement().matches(it -> it.locale().equals(EN) && it.content().message().equals("Hello!"));
        apply(plan);
        assertThat(plan(shipped("Hello!", "مرحبا"), Set.of(AR, EN)).isEmpty()).isTrue();
    }

    @Test
    void keepsTextChangedByUsers() {
        apply(plan(shipped("Hello", "مرحبا"), Set.of()));
        updateContent(texts.get(0), new MessageText.TextContent(Syntax.ICU, "أهلاً", ""));
        assertThat(plan(shipped("Hello", "مرحبا بك"), Set.of(AR, EN)).isEmpty()).isTrue();
    }

    @Test
    void keepsMessageCreatedByUsers() {
        apply(plan(shipped("Hello", "مرحبا"), Set.of()));
        var own = new Message(SHOP, new MessageKey("own"),
                new Message.Definition(9, "own", "OWN_ONE", 400, ArgumentContract.EMPTY));
        messages.add(own);
        assertThat(plan(shipped("Hello", "مرحبا"), Set.of(AR, EN)).isEmpty()).isTrue();
    }

    @Test
    void addsNewlyShippedTags() {
        apply(plan(shipped("Hello", "مرحبا"), Set.of()));
        var tagged = shipped("Hello", "مرحبا", new TreeSet<>(Set.of("greeting")));
        var plan = plan(tagged, Set.of(AR, EN));
        assertThat(plan.messages()).singleElement().matches(it -> it.definition().tags().contains("greeting"));
        assertThat(plan.texts()).isEmpty();
        apply(plan);
        assertThat(plan(tagged, Set.of(AR, EN)).isEmpty()).isTrue();
    }

    /** Digests are stored. If they changed, unmodified rows would no longer be updated with new shipped content. */
    @Test
    void keepsDefinitionDigestStable() {
        assertThat(digest(Tags.NONE)).isEqualTo("b5cfd4819a4e930ff888d4c81e6fb26fcb046ad471d6e7870102a4767737575c");
        assertThat(digest(Tags.of(List.of("a", "b")))).isEqualTo("550501496f5c454897620ae1345e11ebfba83707875ef8627d3b48dd4d474fc4");
    }

    private SynchronisationPlan plan(ShippedCatalog shipped, Set<LocaleTag> locales) {
        return SynchronisationPlan.of(shipped, locales, messages, texts);
    }

    private static void updateContent(MessageText text, MessageText.TextContent content) {
        text.updateContent(content, TextState.TRANSLATED, null, Confirmations.NONE, "somebody");
    }

    private void apply(SynchronisationPlan plan) {
        plan.messages().forEach(it -> {
            var message = it.stored().orElseGet(() -> new Message(SHOP, it.key(), it.definition()));
            message.updateDefinition(it.definition());
            message.markShipped(it.digest());
            if (it.stored().isEmpty()) {
                messages.add(message);
            }
        });
        plan.texts().forEach(it -> {
            var text = it.stored().orElseGet(() -> new MessageText(SHOP, it.key(), it.locale(), 0));
            updateContent(text, it.content());
            text.markShipped(it.digest());
            if (it.stored().isEmpty()) {
                texts.add(text);
            }
        });
    }

    private static String digest(Tags tags) {
        var contract = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5")));
        return new SynchronisationPlan.DefinitionChange(new MessageKey("hello"),
                new Message.Definition(0, "hello", "HELLO_ALL", 200, contract, tags), Optional.empty()).digest();
    }

    private static ShippedCatalog shipped(String english, String arabic) {
        return shipped(english, arabic, new TreeSet<>());
    }

    private static ShippedCatalog shipped(String english, String arabic, SortedSet<String> tags) {
        var texts = new TreeMap<LocaleTag, Map<String, TextEntry>>();
        texts.put(EN, Map.of("hello", new TextEntry(Syntax.ICU, english, "")));
        texts.put(AR, Map.of("hello", new TextEntry(Syntax.ICU, arabic, "")));
        return new ShippedCatalog(SHOP, new CatalogContent("Shop", EN, new TreeSet<>(),
                List.of(new MessageEntry("hello", "hello", "HELLO_ALL", 200, ArgumentContract.EMPTY, tags)), texts));
    }
}
