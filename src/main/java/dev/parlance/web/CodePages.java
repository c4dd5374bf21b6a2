package dev.parlance.web;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.input.QueryArguments;
import dev.parlance.web.CodePage.ArgumentField;
import dev.parlance.web.CodePage.Definition;
import dev.parlance.web.CodePage.Guidance;
import dev.parlance.web.CodePage.ServedRelease;
import dev.parlance.web.CodePage.Sibling;
import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRequest;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the pages of codes. */
@Singleton
final class CodePages {
    /** The length of all translations of a page. Catalogs may have 200 languages, and a text 65,536 characters. */
    private static final int MAX_TRANSLATED_LENGTH = 100_000;
    /** The length of a text in a list, which equals the maximum of a text as typed. */
    private static final int MAX_LISTED_LENGTH = 4_000;
    /** The number of siblings and of channels on a page. */
    private static final int MAX_LISTED = 20;

    private final SnapshotRegistry snapshots;
    private final PageFrames frames;

    CodePages(SnapshotRegistry snapshots, PageFrames frames) {
        this.snapshots = snapshots;
        this.frames = frames;
    }

    /** Returns the path of the page of a message. */
    static String pathOf(String catalog, String key) {
        return "/codes/" + catalog + "/" + key;
    }

    CodePage create(CodeQuery query, PageRequest request) {
        var labels = frames.labels(request);
        var message = query.message();
        var rendered = message.render(query.arguments(), ZoneOffset.UTC);
        var catalog = query.snapshot().catalog().value();
        var frame = frames.frame(request, labels, message.code() + " " + message.reason(), rendered.text(),
                query.snapshot().offeredLocales().all());
        var translations = limitLength(translations(query));
        long translated = query.snapshot().offeredLocales().all().stream().filter(it -> isTranslated(query, it)).count();
        return new CodePage(frame, pathOf(catalog, message.key()), catalog, query.snapshot().title(),
                "/app/go/" + catalog + "/" + message.key(), definition(message),
                LocalizedText.of(rendered.text(), message.locale()), LocalizedText.of(rendered.description(), message.locale()),
                arguments(query, rendered.invalid()), query.locale().served().locale().value(),
                query.snapshot().offeredLocales().all().stream().map(it -> LocalizedText.of("", it)).toList(),
                translations, translated - translations.size(), siblings(query),
                new Guidance(Handling.of(message).labelKey(), Handling.isOutcomeUnknown(message)), snippets(query, request),
                channels(query));
    }

    Snippets snippets(CodeQuery query, PageRequest request) {
        return Snippets.of(frames.baseUrl(request) + "/v1/catalogs/" + query.snapshot().catalog().value() + "/messages/"
                + query.message().key(), query.locale().served().locale().value(), query.values());
    }

    private static Definition definition(PublishedMessage message) {
        var advice = message.advice();
        return new Definition(message.key(), message.code(), message.reason(), message.httpStatus(), message.grpcStatus().label(),
                List.copyOf(message.tags().names()), advice.map(PublishedAdvice::developer).orElse(false),
                advice.map(PublishedAdvice::deprecated).orElse(false), text(advice, PublishedAdvice::replacedBy),
                text(advice, PublishedAdvice::sunset));
    }

    private static String text(Optional<PublishedAdvice> advice, Function<PublishedAdvice, @Nullable String> member) {
        return advice.map(member).orElse("");
    }

    private static List<ArgumentField> arguments(CodeQuery query, SortedSet<String> invalid) {
        return query.message().contract().arguments().stream().map(it -> new ArgumentField(it.name(),
                QueryArguments.NAMED_PREFIX + it.name(), it.type().label(), it.example(), query.values().getOrDefault(it.name(), ""),
                String.join(", ", it.type().queryForms()), invalid.contains(it.name()))).toList();
    }

    /** Returns the message in all languages with a text of their own, the selected language first. Texts are rendered on access. */
    static Stream<LocalizedText> translations(CodeQuery query) {
        var shown = query.locale().served().locale();
        return query.snapshot().offeredLocales().all().stream()
                .filter(it -> isTranslated(query, it)).sorted(Comparator.comparing(it -> !it.equals(shown)))
                .flatMap(it -> query.snapshot().locale(it).findMessage(query.message().key()).stream())
                .map(it -> LocalizedText.of(it.render(query.arguments(), ZoneOffset.UTC).text(), it.locale()));
    }

    private static boolean isTranslated(CodeQuery query, LocaleTag locale) {
        return query.snapshot().locale(locale).localeOf(query.message().key()).equals(locale);
    }

    /** Returns as many translations as a page may contain. */
    private static List<LocalizedText> limitLength(Stream<LocalizedText> translations) {
        var length = new AtomicInteger();
        return translations.takeWhile(it -> length.addAndGet(it.text().length()) <= MAX_TRANSLATED_LENGTH).toList();
    }

    private static List<Sibling> siblings(CodeQuery query) {
        var message = query.message();
        if (message.hasUniqueCode()) {
            return List.of();
        }
        return query.locale().served().findByCode(message.code(), MAX_LISTED + 1).stream()
                .filter(it -> !it.key().equals(message.key())).limit(MAX_LISTED)
                .map(it -> new Sibling(it.key(), pathOf(query.snapshot().catalog().value(), it.key()), rendered(it))).toList();
    }

    /** Renders a message with its example arguments, for a list. A text that becomes too long is shown as typed. */
    static LocalizedText rendered(PublishedMessage message) {
        var arguments = ArgumentValues.bind(message.contract(), CodeQuery.examples(message.contract()));
        var text = message.render(arguments, ZoneOffset.UTC).text();
        return LocalizedText.of(text.length() > MAX_LISTED_LENGTH ? message.text() : text, message.locale());
    }

    private List<ServedRelease> channels(CodeQuery query) {
        return snapshots.channels(query.snapshot().catalog()).entrySet().stream().limit(MAX_LISTED)
                .map(it -> new ServedRelease(it.getKey(), it.getValue().release(), it.getValue().createdAt().toString(),
                        state(query, it.getValue()))).toList();
    }

    private static String state(CodeQuery query, Snapshot other) {
        return Optional.ofNullable(loaded(other, query.message().locale()))
                .flatMap(it -> it.findMessage(query.message().key()))
                .map(it -> it.text().equals(query.message().text()) && it.description().equals(query.message().description())
                        ? "same" : "different").orElse("missing");
    }

    private static @Nullable PublishedLocale loaded(Snapshot snapshot, LocaleTag locale) {
        return snapshot.offeredLocales().all().contains(locale) ? snapshot.locale(locale) : null;
    }
}
