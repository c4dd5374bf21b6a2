package dev.parlance.rest.recognition;

import dev.parlance.errorbody.ErrorBody;
import dev.parlance.errorbody.ErrorBody.UpstreamError;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.recognition.RecognitionQuery;
import dev.parlance.rest.delivery.RenderBudget;
import dev.parlance.rest.input.BodyArguments;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.metrics.CatalogLabels;
import dev.parlance.rest.usage.DeliveryUsage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Replaces the texts of an error body, and counts them. */
@Singleton
class LocalizeBody {
    private static final int MAX_ERRORS = 500;
    /** The number of messages that are compared. Those after the best ones rarely have all arguments. */
    private static final int MAX_CANDIDATES = 8;
    private static final String POINTER = "/";

    private final ResolveTexts resolveTexts;
    private final ResourceUsage usage;
    private final DeliveryUsage deliveryUsage;
    private final MeterRegistry metrics;
    private final CatalogLabels labels;

    LocalizeBody(ResolveTexts resolveTexts, ResourceUsage usage, DeliveryUsage deliveryUsage, MeterRegistry metrics,
            CatalogLabels labels) {
        this.resolveTexts = resolveTexts;
        this.usage = usage;
        this.deliveryUsage = deliveryUsage;
        this.metrics = metrics;
        this.labels = labels;
    }

    /**
     * A body with the texts of the reader's language.
     *
     * @param count the number of replaced texts
     */
    record LocalizedBody(String json, int count) {
    }

    /** A message rendered for the reader. */
    private record LocalizedError(PublishedMessage message, ResolveTexts.RenderedText rendered) {
        String text() {
            return rendered.content().text();
        }
    }

    /**
     * Localizes the texts that are certain. A text that no message has, or whose arguments cannot all be read, stays as it is.
     *
     * @param textLocale the locale of the texts; empty for any
     * @throws ProblemException {@link ProblemType#TOO_MANY_ITEMS}, or {@link ProblemType#RESPONSE_TOO_LARGE}
     */
    LocalizedBody localize(Snapshot snapshot, ReaderLocale readerLocale, Optional<LocaleTag> textLocale, ErrorBody body) {
        if (body.errors().size() > MAX_ERRORS) {
            throw ProblemType.TOO_MANY_ITEMS.with(POINTER, MAX_ERRORS);
        }
        var texts = new ArrayList<@Nullable String>();
        int count = 0;
        try (var budget = new RenderBudget(usage)) {
            for (var error : body.errors()) {
                var localized = error.text().isPresent() ? findByText(snapshot, readerLocale, textLocale, error, error.text().get())
                        : findByCode(snapshot, readerLocale, error);
                count(snapshot, readerLocale, error, localized);
                var text = localized.map(LocalizedError::text);
                text.ifPresent(it -> budget.take((long) RenderBudget.MAX_BYTES_PER_CHARACTER * it.length()));
                texts.add(text.orElse(null));
                count += text.isPresent() ? 1 : 0;
            }
            return new LocalizedBody(body.withTexts(texts), count);
        }
    }

    private Optional<LocalizedError> findByText(Snapshot snapshot, ReaderLocale readerLocale, Optional<LocaleTag> textLocale,
            UpstreamError error, String text) {
        if (text.length() > ResolveRequest.MAX_TEXT_LENGTH) {
            return Optional.empty();
        }
        return resolveTexts.find(snapshot, new RecognitionQuery(text, textLocale, false, MAX_CANDIDATES), error.code()).stream()
                .filter(it -> it.recognition().exact())
                .map(it -> new LocalizedError(it.message(), ResolveTexts.render(readerLocale, it.message(), it.recognition().arguments())))
                .filter(it -> it.rendered().isComplete()).findFirst();
    }

    /** Several messages may share the code. The first one whose arguments are exactly those of the body is used. */
    private static Optional<LocalizedError> findByCode(Snapshot snapshot, ReaderLocale readerLocale, UpstreamError error) {
        var arguments = error.arguments().map(it -> BodyArguments.of(POINTER, it)).orElse(Map.of());
        return readerLocale.served().findByCode(error.code().orElseThrow(), MAX_CANDIDATES).stream()
                .map(it -> new LocalizedError(it, ResolveTexts.render(readerLocale, it, arguments)))
                .filter(it -> it.rendered().isComplete() && it.rendered().arguments().unexpected().isEmpty()).findFirst();
    }

    private void count(Snapshot snapshot, ReaderLocale readerLocale, UpstreamError error, Optional<LocalizedError> localized) {
        localized.ifPresentOrElse(
                it -> deliveryUsage.countRender(snapshot, readerLocale, it.message(), it.rendered().locale(), Set.of()),
                () -> deliveryUsage.countUnknownText(snapshot, readerLocale, error.code()));
        Counter.builder("parlance.localized.texts").description("Texts of error bodies of upstreams")
                .tag("catalog", labels.of(snapshot.catalog().value())).tag("outcome", localized.isPresent() ? "localized" : "unknown")
                .register(metrics).increment();
    }
}
