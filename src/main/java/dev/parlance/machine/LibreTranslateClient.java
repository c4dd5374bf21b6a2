package dev.parlance.machine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.util.ULocale;
import dev.parlance.catalog.suggestions.MachineTranslation;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A client for services with the API of LibreTranslate (docs.libretranslate.com).
 *
 * <p>Sends {@code POST /translate} with {@code q}, {@code source}, {@code target}, {@code format} and, if the service requires one,
 * {@code api_key}.
 */
public final class LibreTranslateClient implements SentenceTranslator {
    static final int MAX_RESPONSE_BYTES = 64 * 1024;
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI endpoint;
    private final Optional<String> apiKey;
    private final Duration timeout;

    LibreTranslateClient(URI serviceUrl, Optional<String> apiKey, Duration timeout) {
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(timeout).build();
        this.endpoint = URI.create(serviceUrl.toString().replaceFirst("/+$", "") + "/translate");
        this.apiKey = apiKey;
        this.timeout = timeout;
    }

    /**
     * Creates a machine translation that uses a service.
     *
     * @param serviceUrl HTTP or HTTPS address of the service, without {@code /translate}
     * @param timeout    limit for connecting, and for a whole exchange
     * @throws IllegalStateException if the address is invalid
     */
    public static MachineTranslation create(String serviceUrl, Optional<String> apiKey, Duration timeout) {
        var serviceUri = URI.create(serviceUrl);
        if (serviceUri.getHost() == null
                || !Set.of("http", "https").contains(String.valueOf(serviceUri.getScheme()).toLowerCase(Locale.ROOT))) {
            throw new IllegalStateException("PARLANCE_MACHINE_TRANSLATION_URL must be an HTTP or HTTPS URL: " + serviceUrl);
        }
        return new MaskedMachineTranslation(new LibreTranslateClient(serviceUri, apiKey, timeout));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record TranslateRequest(List<String> q, String source, String target, String format,
            @JsonProperty("api_key") @Nullable String key) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TranslateResponse(@Nullable List<String> translatedText) {
    }

    @Override
    public List<String> translate(List<String> sentences, LocaleTag sourceLocale, LocaleTag targetLocale) {
        var response = send(HttpRequest.newBuilder(endpoint).timeout(timeout).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(sentences, sourceLocale, targetLocale))).build());
        if (response.statusCode() != OK) {
            throw unavailableProblem("status-" + response.statusCode());
        }
        try {
            var translated = JSON.readValue(response.body(), TranslateResponse.class).translatedText();
            if (translated == null || translated.contains(null)) {
                throw unavailableProblem("format");
            }
            return translated;
        } catch (IOException e) {
            throw unavailableProblem("format");
        }
    }

    /** Bounds the whole exchange: the timeout of {@link HttpRequest} ends when the response begins. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, it -> new BoundedBodySubscriber(MAX_RESPONSE_BYTES));
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw unavailableProblem("timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailableProblem("interrupted");
        } catch (ExecutionException e) {
            throw unavailableProblem(faultOf(e.getCause()));
        }
    }

    private static String faultOf(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return "timeout";
        }
        return cause instanceof BoundedBodySubscriber.BodyTooLargeException
                || cause.getCause() instanceof BoundedBodySubscriber.BodyTooLargeException ? "size" : "connection";
    }

    private byte[] body(List<String> sentences, LocaleTag sourceLocale, LocaleTag targetLocale) {
        try {
            return JSON.writeValueAsString(new TranslateRequest(sentences, languageCode(sourceLocale), languageCode(targetLocale), "text",
                    apiKey.orElse(null)))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns the service's code for a language.
     *
     * <p>LibreTranslate has variants of two languages only: Chinese by script, which CLDR's likely subtags derive from the region if
     * needed, and Brazilian Portuguese.
     */
    private static String languageCode(LocaleTag tag) {
        var maximized = ULocale.addLikelySubtags(tag.toULocale());
        return maximized.getLanguage().equals("zh") ? "zh-" + maximized.getScript() : tag.value().equals("pt-BR") ? "pt-BR"
                : maximized.getLanguage();
    }

    private static ProblemException unavailableProblem(String fault) {
        return ProblemType.MACHINE_TRANSLATION_UNAVAILABLE.with(fault);
    }
}
