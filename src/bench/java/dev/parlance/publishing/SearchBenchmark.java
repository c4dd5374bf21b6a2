package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.CatalogSearch;
import dev.parlance.publishing.memory.CatalogSearch.Scope;
import dev.parlance.publishing.memory.MessageQuery;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Draft;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Measures the latency of searches in 1,000,000 texts, in one catalog and across catalogs, for each kind of search text.
 *
 * <p>The texts are those of {@link GeneratedCatalog} in ten languages: one catalog of 100,000 messages, and 100 catalogs of 1,000. Searches
 * are in German, and so in the English source. All texts consist of the same few words, so that a search by words finds very many messages,
 * which is the worst case. Arguments are the number of messages and of catalogs.
 */
public final class SearchBenchmark {
    private static final LocaleTag GERMAN = LocaleTag.parse("de");
    private static final int WARM_UP = 100;
    private static final int REQUESTS = 1000;
    private static final int PAGE = 51;

    private SearchBenchmark() {
    }

    public static void main(String[] arguments) {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int catalogs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        System.out.printf(Locale.ROOT, "%d processors, heap of %d MB, %s%n", Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20, System.getProperty("java.version"));
        System.out.println("| search | texts | catalogs | median | p99 | p99 of processor time |");
        System.out.println("|---|---|---|---|---|---|");
        for (int count : new int[] {1, catalogs}) {
            var scopes = scopes(messages / count, count);
            questions(messages / count).forEach((name, question) -> row(name, messages, scopes, question));
        }
    }

    private static List<Scope> scopes(int messages, int catalogs) {
        var scopes = new ArrayList<Scope>();
        for (int i = 0; i < catalogs; i++) {
            var texts = new HashMap<LocaleTag, Map<MessageKey, TextContent>>();
            var drafts = GeneratedCatalog.locales().stream().map(new GeneratedCatalog(messages, false)::draft).toList();
            drafts.forEach(it -> texts.putAll(it.texts()));
            var name = new CatalogName(String.format(Locale.ROOT, "catalog-%03d", i));
            var snapshot = Snapshot.ofDraft(new Draft(name, GeneratedCatalog.SOURCE, new TreeSet<>(GeneratedCatalog.locales()),
                    drafts.get(0).messages(), texts), name.value());
            scopes.add(new Scope(snapshot, snapshot.locale(GERMAN)));
        }
        return scopes;
    }

    private static Map<String, Supplier<String>> questions(int messages) {
        var random = new Random(1);
        var questions = new LinkedHashMap<String, Supplier<String>>();
        questions.put("key", () -> "-" + (100_000 + random.nextInt(messages)));
        questions.put("reason", () -> "ORDER_NOT_ACCEPTED_" + random.nextInt(messages));
        questions.put("part of a reason", () -> "accepted_" + random.nextInt(messages));
        questions.put("one word", () -> List.of("Auftrag", "order", "MÖGLICH", "eigenem").get(random.nextInt(4)));
        questions.put("two words in any order", () -> "market auftrag " + random.nextInt(10));
        questions.put("rendered text", () -> "the order account was 5 not accepted because of x");
        questions.put("status", () -> "40" + random.nextInt(5));
        questions.put("words that no text has", () -> "zyxw vut" + random.nextInt(messages));
        questions.put("frequent words, no text has all", () -> "angenommen guthaben kontoz" + random.nextInt(10));
        return questions;
    }

    private static void row(String name, int messages, List<Scope> scopes, Supplier<String> question) {
        ask(scopes, question, WARM_UP);
        var times = ask(scopes, question, REQUESTS);
        System.out.printf(Locale.ROOT, "| %s | %,d | %d | %.1f ms | %.1f ms | %.1f ms |%n", name,
                messages * GeneratedCatalog.locales().size(), scopes.size(), at(0.5, times.wall()),
                at(0.99, times.wall()), at(0.99, times.processor()));
    }

    /** Sorted times in milliseconds. Other programs delay the wall time only. */
    private record Times(double[] wall, double[] processor) {
    }

    private static Times ask(List<Scope> scopes, Supplier<String> question, int requests) {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new Times(new double[requests], new double[requests]);
        for (int i = 0; i < requests; i++) {
            var query = new MessageQuery(Optional.of(question.get()), Optional.empty(), OptionalInt.empty(), Optional.empty(),
                    Optional.empty());
            long start = System.nanoTime();
            long processorStart = threads.getCurrentThreadCpuTime();
            new CatalogSearch(query, scopes).run(Optional.empty(), PAGE);
            times.processor()[i] = (threads.getCurrentThreadCpuTime() - processorStart) / 1e6;
            times.wall()[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times.wall());
        Arrays.sort(times.processor());
        return times;
    }

    private static double at(double quantile, double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * quantile) - 1];
    }
}
