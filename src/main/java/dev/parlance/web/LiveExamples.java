package dev.parlance.web;

import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.web.FrontPage.Example;
import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrame;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRequest;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Creates the front page, which renders a code that the visitor enters, from any public catalog. */
@Singleton
final class LiveExamples {
    private static final int MAX_SUGGESTIONS = 8;
    /** The number of messages that are read for suggestions. */
    private static final int MAX_EXAMINED = 500;
    private static final int MAX_LANGUAGES = 200;
    /** The example of the documentation: an error code with a count and an interval. */
    private static final String DEFAULT_CODE = "-1015";
    /** The catalogs of the service itself, which come last because their messages are less instructive as examples. */
    private static final Set<String> OWN_CATALOGS = Set.of("parlance", "web");

    private final CodeLists lists;
    private final PageFrames frames;

    LiveExamples(CodeLists lists, PageFrames frames) {
        this.lists = lists;
        this.frames = frames;
    }

    /** A message that was found by its key, code or reason. */
    private record FoundMessage(Snapshot snapshot, PublishedMessage message) {
    }

    /**
     * Creates the page.
     *
     * @param entered the code of the form; empty on the first visit
     * @param values  arguments by position
     */
    FrontPage create(PageFrame frame, PageRequest request, Optional<String> entered, List<String> values) {
        var catalogs = lists.publicCatalogs().stream()
                .sorted(Comparator.comparing((Snapshot it) -> OWN_CATALOGS.contains(it.catalog().value()))).toList();
        var found = entered.map(it -> find(catalogs, it)).orElseGet(() -> find(catalogs, DEFAULT_CODE).or(() -> first(catalogs)));
        var shown = found.map(FoundMessage::snapshot).or(() -> catalogs.stream().findFirst());
        var languages = shown.map(it -> it.offeredLocales().all().stream().limit(MAX_LANGUAGES)
                .map(locale -> LocalizedText.of("", locale)).toList()).orElse(List.of());
        var example = found.map(it -> example(it, request, entered, values))
                .orElseGet(() -> notFound(frame, entered.orElse(""), values));
        return new FrontPage(frame, example, languages, catalogs.stream().limit(1).flatMap(LiveExamples::suggestions).toList());
    }

    private Example example(FoundMessage found, PageRequest request, Optional<String> entered, List<String> values) {
        var message = found.message();
        var locale = ReaderLocale.of(found.snapshot(), request.locale(), request.acceptLanguage());
        var inLocale = locale.served().findMessage(message.key()).orElseThrow();
        var arguments = entered.isEmpty() && values.isEmpty() ? CodeQuery.examples(message.contract()) : byName(message, values);
        var query = new CodeQuery(found.snapshot(), locale, inLocale, arguments);
        var catalog = found.snapshot().catalog().value();
        var snippets = Snippets.of(frames.baseUrl(request) + "/v1/catalogs/" + catalog + "/messages/" + message.key(),
                locale.served().locale().value(), arguments);
        return new Example(true, entered.orElse(message.code()), shownValue(message, arguments, values, 0),
                shownValue(message, arguments, values, 1), locale.served().locale().value(),
                LocalizedText.of(inLocale.render(query.arguments(), ZoneOffset.UTC).text(), inLocale.locale()), snippets.curl(),
                CodePages.pathOf(catalog, message.key()));
    }

    private static Example notFound(PageFrame frame, String code, List<String> values) {
        return new Example(false, code, value(values, 0), value(values, 1), frame.labels().language(),
                new LocalizedText("", frame.labels().language(), frame.labels().direction(), ""), "", "");
    }

    private static String shownValue(PublishedMessage message, Map<String, String> arguments, List<String> values, int position) {
        var declared = message.contract().arguments();
        return position < declared.size() ? arguments.getOrDefault(declared.get(position).name(), "") : value(values, position);
    }

    private static String value(List<String> values, int position) {
        return position < values.size() ? values.get(position) : "";
    }

    /** Returns the values by argument name, without empty values and values of undeclared arguments. */
    private static Map<String, String> byName(PublishedMessage message, List<String> values) {
        var arguments = new LinkedHashMap<String, String>();
        var declared = message.contract().arguments();
        for (int i = 0; i < Math.min(declared.size(), values.size()); i++) {
            if (!values.get(i).isEmpty()) {
                arguments.put(declared.get(i).name(), values.get(i));
            }
        }
        return arguments;
    }

    private static Optional<FoundMessage> find(List<Snapshot> catalogs, String code) {
        return catalogs.stream().flatMap(it -> {
            var source = it.locale(it.offeredLocales().source());
            return Stream.of(source.findMessage(code).stream(), source.findByCode(code, 1).stream(),
                    source.findByReason(code.toUpperCase(Locale.ROOT)).stream()).flatMap(Function.identity()).limit(1)
                    .map(message -> new FoundMessage(it, message));
        }).findFirst();
    }

    private static Optional<FoundMessage> first(List<Snapshot> catalogs) {
        return catalogs.stream().flatMap(it -> it.locale(it.offeredLocales().source()).messages().stream().limit(1)
                .map(message -> new FoundMessage(it, message))).findFirst();
    }

    /** Returns the first codes whose messages have arguments. */
    private static Stream<String> suggestions(Snapshot catalog) {
        return catalog.locale(catalog.offeredLocales().source()).messages().stream().limit(MAX_EXAMINED)
                .filter(it -> !it.contract().arguments().isEmpty()).map(PublishedMessage::code).distinct()
                .filter(Predicate.not(String::isBlank)).limit(MAX_SUGGESTIONS);
    }
}
