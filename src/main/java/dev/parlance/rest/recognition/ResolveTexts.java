package dev.parlance.rest.recognition;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.recognition.CatalogRecognisers;
import dev.parlance.publishing.recognition.RecognisedMessage;
import dev.parlance.recognition.Recognition;
import dev.parlance.recognition.RecognitionQuery;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.delivery.RenderBudget;
import dev.parlance.rest.http.ConcurrencyLimiter;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.recognition.ResolveResponse.ResolvedText;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the messages that texts come from, and renders them for a reader. */
@Singleton
class ResolveTexts {
    /** Shorter texts are recognised in microseconds, so they do not count as expensive requests. */
    private static final int SHORT_LENGTH = 4096;
    /** The number of messages with one code that are listed for a line. */
    private static final int MAX_SAME_CODE = 5;

    private final CatalogRecognisers recognisers;
    private final ConcurrencyLimiter concurrency;
    private final ResourceUsage usage;

    ResolveTexts(CatalogRecognisers recognisers, ConcurrencyLimiter concurrency, ResourceUsage usage) {
        this.usage = usage;
        this.recognisers = recognisers;
        this.concurrency = concurrency;
    }

    /** A catalog in which texts are looked for, and the locale of its reader. */
    record SearchedCatalog(Snapshot snapshot, ReaderLocale readerLocale) {
    }

    /** A message with how it was recognised; {@code recognition} is null if only its code was found. */
    private record Found(SearchedCatalog catalog, PublishedMessage message, @Nullable Recognition recognition, int start, int end) {
        static final Comparator<Found> BEST_FIRST = Comparator.comparing(Found::recognition,
                Comparator.nullsLast(Recognition.BEST_MATCH_FIRST));
    }

    /**
     * Runs expensive work within {@link ResourceLimit#RECOGNITIONS}, and short work at once. Work that waits for an index is expensive.
     *
     * @param length the number of characters to be recognised
     */
    <T> T run(Collection<Snapshot> snapshots, long length, Supplier<T> work) {
        return length <= SHORT_LENGTH && snapshots.stream().allMatch(recognisers::isIndexed) ? work.get()
                : concurrency.run(ResourceLimit.RECOGNITIONS, work);
    }

    /**
     * Returns the messages of all texts of a request.
     *
     * @throws dev.parlance.problems.ProblemException {@link dev.parlance.problems.ProblemType#BUSY} or
     *         {@link dev.parlance.problems.ProblemType#RESPONSE_TOO_LARGE}
     */
    ResolveResponse resolve(List<SearchedCatalog> catalogs, ResolveRequest request) {
        var snapshots = catalogs.stream().map(SearchedCatalog::snapshot).toList();
        return run(snapshots, (long) request.totalLength() * catalogs.size(), () -> {
            try (var budget = new RenderBudget(usage)) {
                var results = request.allTexts().stream().map(it -> new ResolvedText(resolve(catalogs, request, it, budget))).toList();
                return request.hasMany() ? new ResolveResponse(null, results) : new ResolveResponse(results.get(0).candidates(), null);
            }
        });
    }

    private List<CandidateView> resolve(List<SearchedCatalog> catalogs, ResolveRequest request, String text, RenderBudget budget) {
        var found = new ArrayList<Found>();
        for (var catalog : catalogs) {
            var offered = catalog.snapshot().offeredLocales();
            var query = new RecognitionQuery(text, request.textLocale().map(it -> offered.find(it).orElse(it)), request.isFuzzy(),
                    request.maxCandidates());
            find(catalog.snapshot(), query, Optional.ofNullable(request.code())).forEach(it ->
                    found.add(new Found(catalog, it.message(), it.recognition(), it.recognition().start(), it.recognition().end())));
            if (request.isFuzzy()) {
                addByCode(catalog, text, found);
            }
        }
        // The sort is stable: equally good messages of a catalog keep the order of their recogniser, which knows the code.
        return found.stream().sorted(Found.BEST_FIRST).limit(request.maxCandidates()).map(it -> render(it, budget)).toList();
    }

    private static void addByCode(SearchedCatalog catalog, String text, List<Found> found) {
        var known = found.stream().filter(it -> it.catalog() == catalog).map(it -> it.message().code()).toList();
        CodeTokens.find(text).forEach((token, start) -> {
            if (!known.contains(token)) {
                catalog.readerLocale().served().findByCode(token, MAX_SAME_CODE)
                        .forEach(it -> found.add(new Found(catalog, it, null, start, start + token.length())));
            }
        });
    }

    private static CandidateView render(Found found, RenderBudget budget) {
        var message = found.message();
        var recognition = found.recognition();
        var rendered = render(found.catalog().readerLocale(), message, recognition == null ? Map.of() : recognition.arguments());
        var view = new CandidateView(found.catalog().snapshot().catalog().value(), message.key(), message.code(), message.reason(),
                message.httpStatus(), message.grpcStatus().name(), recognition == null ? "code" : "text",
                recognition != null && recognition.exact(),
                recognition == null ? rendered.locale() : recognition.locale().value(), found.start(), found.end(),
                rendered.arguments().rawValues(), rendered.content().text(), rendered.locale(), rendered.content().missing());
        budget.take((long) RenderBudget.MAX_BYTES_PER_CHARACTER * view.length());
        return view;
    }

    /** A message rendered for a reader. */
    record RenderedText(PublishedMessage.Rendered content, ArgumentValues arguments, String locale) {
        /** Returns whether the text shows all its arguments. */
        boolean isComplete() {
            return content.missing().isEmpty() && content.invalid().isEmpty();
        }
    }

    /**
     * Renders a message in the locale of the reader.
     *
     * @param arguments as recognised; values with characters that no argument may have stay visible as {@code {name}}
     */
    static RenderedText render(ReaderLocale readerLocale, PublishedMessage message, Map<String, ? extends @Nullable Object> arguments) {
        var supplied = new LinkedHashMap<String, @Nullable Object>();
        arguments.forEach((name, value) -> {
            boolean forbidden = value instanceof String text && ForbiddenCharacters.findFirst(text).isPresent();
            supplied.put(name, forbidden ? ArgumentValues.UNACCEPTABLE : value);
        });
        var bound = ArgumentValues.bind(message.contract(), supplied);
        var target = readerLocale.served().findMessage(message.key()).orElseThrow();
        return new RenderedText(target.render(bound, ZoneOffset.UTC), bound, target.locale().value());
    }

    /** Returns the messages of a release that a text can come from, best first. */
    List<RecognisedMessage> find(Snapshot snapshot, RecognitionQuery query, Optional<String> code) {
        return recognisers.get(snapshot).find(query, code);
    }
}
