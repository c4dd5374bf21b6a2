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
 * Any service with the API of LibreTranslate (docs.libretranslate.com): {@code POST /translate} with {@code q}, {@code source},
 * {@code target}, {@code format} and, where it wants one, {@code api_key}.
 */
public final class LibreTranslate implements Translator {
    static final int LARGEST_ANSWER = 64 * 1024;
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI address;
    private final Optional<String> key;
    private final Duration patience;

    LibreTranslate(URI service, Optional<String> key, Duration patience) {
        this.client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience).build();
        this.address = URI.create(service.toString().replaceFirst("/+$", "") + "/translate");
        this.key = key;
        this.patience = patience;
    }

    /** @param service its address, without {@code /translate} */
    public static MachineTranslation at(String service, Optional<String> key, Duration patience) {
        var address = URI.create(service);
        if (address.getHost() == null || !Set.of("http", "https").contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))) {
            throw new IllegalStateException("PARLANCE_MACHINE_TRANSLATION_URL is no address of a service: " + service);
        }
        return new MaskedTranslation(new LibreTranslate(address, key, patience));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record TranslateRequest(List<String> q, String source, String target, String format, @JsonProperty("api_key") @Nullable String key) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record TranslateResponse(@Nullable List<String> translatedText) {
    }

    @Override
    public List<String> translate(List<String> sentences, LocaleTag from, LocaleTag to) {
        var answer = send(HttpRequest.newBuilder(address).timeout(patience).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(sentences, from, to))).build());
        if (answer.statusCode() != OK) {
            throw unavailable("status-" + answer.statusCode());
        }
        try {
            var translated = JSON.readValue(answer.body(), TranslateResponse.class).translatedText();
            if (translated == null || translated.contains(null)) {
                throw unavailable("format");
            }
            return translated;
        } catch (IOException e) {
            throw unavailable("format");
        }
    }

    /** The time is for all of it: the client's own ends when the answer begins. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, it -> new BoundedBody(LARGEST_ANSWER));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unavailable("timeout");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted");
        } catch (ExecutionException e) {
            throw unavailable(problem(e.getCause()));
        }
    }

    private static String problem(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return "timeout";
        }
        return cause instanceof BoundedBody.BodyTooLargeException || cause.getCause() instanceof BoundedBody.BodyTooLargeException ? "size" : "connection";
    }

    private byte[] body(List<String> sentences, LocaleTag from, LocaleTag to) {
        try {
            return JSON.writeValueAsString(new TranslateRequest(sentences, language(from), language(to), "text", key.orElse(null)))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two languages it has more than once: Chinese by script, which the region tells where the tag does not, and that of Brazil. */
    private static String language(LocaleTag tag) {
        var likely = ULocale.addLikelySubtags(tag.toULocale());
        return likely.getLanguage().equals("zh") ? "zh-" + likely.getScript() : tag.value().equals("pt-BR") ? "pt-BR" : likely.getLanguage();
    }

    private static ProblemException unavailable(String fault) {
        return ProblemType.MACHINE_TRANSLATION_UNAVAILABLE.with(fault);
    }
}
