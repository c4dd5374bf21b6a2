package dev.parlance.publishing;

import com.sun.management.OperatingSystemMXBean;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.MessageQuery;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.memory.SearchMessages;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.recognition.CatalogRecognisers;
import dev.parlance.publishing.release.Draft;
import dev.parlance.rendering.ArgumentValues;
import java.lang.management.ManagementFactory;
import java.time.ZoneOffset;
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
 * are in German and in the English source first, and then in the other eight languages. All texts consist of the same few words, so that a
 * search by words finds very many messages, which is the worst case. The first search in each language, and the first one for a rendered
 * text, create indexes and are measured separately. The arguments are the number of messages, and the numbers of catalogs that share them.
 */
public final class SearchBenchmark {
    private static final LocaleTag GERMAN = LocaleTag.parse("de");
    private static final List<LocaleTag> OTHERS = List.of(LocaleTag.parse("ja"), LocaleTag.parse("ru"), LocaleTag.parse("es"));
    private static final int WARM_UP = 40;
    private static final int REQUESTS = 200;
    private static final int PAGE = 51;

    private SearchBenchmark() {
    }

    public static void main(String[] arguments) {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int[] catalogs = arguments.length > 1 ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray() : new int[] {1, 100};
        System.out.printf(Locale.ROOT, "%d processors, heap of %d MB, %s%n", Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20, System.getProperty("java.version"));
        for (int count : catalogs) {
            var scopes = scopes(messages / count, count);
            var search = new SearchMessages(new CatalogRecognisers(new ResourceUsage()));
            measureIndexes(search, scopes, messages);
            System.out.println("| search | texts | catalogs | median | p99 | median of processor time | p99 |");
            System.out.println("|---|---|---|---|---|---|---|");
            questions(scopes.get(0)).forEach((name, question) -> row(name, search, scopes, question));
        }
    }

    /** Measures the first search by words in all languages, and the first one for a rendered text. */
    private static void measureIndexes(SearchMessages search, List<Scope> scopes, int messages) {
        for (var text : List.of("zyxwvut", "zyxw vuts rqpon")) {
            long heap = usedHeap();
            long processor = processorTime();
            long start = System.nanoTime();
            find(search, scopes, text);
            System.out.printf(Locale.ROOT, "first search for \"%s\": %.1f s, processor %.1f s, heap %d bytes a text%n", text,
                    (System.nanoTime() - start) / 1e9, (processorTime() - processor) / 1e9,
                    (usedHeap() - heap) / messages / GeneratedCatalog.locales().size());
        }
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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

    private static Map<String, Supplier<String>> questions(Scope scope) {
        var random = new Random(1);
        int messages = scope.locale().messages().size();
        var questions = new LinkedHashMap<String, Supplier<String>>();
        questions.put("key", () -> "-" + (100_000 + random.nextInt(messages)));
        questions.put("reason", () -> "ORDER_NOT_ACCEPTED_" + random.nextInt(messages));
        questions.put("part of a reason", () -> "accepted_" + random.nextInt(messages));
        questions.put("one word", () -> List.of("Auftrag", "order", "MÖGLICH", "eigenem").get(random.nextInt(4)));
        questions.put("two words in any order", () -> "market auftrag " + random.nextInt(10));
        questions.put("one word in another language", () -> List.of("заявка", "受け付け", "ÓRDEN", "التداول").get(random.nextInt(4)));
        questions.put("two words in another language", () -> List.of("права заявка", "取引 注文", "saldo cuenta").get(random.nextInt(3)));
        questions.put("rendered text in German", () -> rendered(scope.locale(), random));
        questions.put("rendered text in another language", () -> rendered(scope.snapshot().locale(OTHERS.get(random.nextInt(3))), random));
        questions.put("rendered text in a line of a log",
                () -> "10:15 WARN [orders] " + rendered(scope.snapshot().locale(OTHERS.get(random.nextInt(3))), random));
        questions.put("sentence that no message renders to", () -> "заявка 注文 the order account was 5 not accepted because of x");
        questions.put("status", () -> "40" + random.nextInt(5));
        questions.put("words that no text has", () -> "zyxw vut" + random.nextInt(messages));
        questions.put("frequent words, no text has all", () -> "angenommen guthaben kontoz" + random.nextInt(10));
        return questions;
    }

    /** Renders a random message of a locale, with the examples of its arguments. */
    private static String rendered(PublishedLocale locale, Random random) {
        var message = locale.messages().get(random.nextInt(locale.messages().size()));
        var examples = new HashMap<String, Object>();
        message.contract().arguments().forEach(it -> examples.put(it.name(), it.example()));
        return message.render(ArgumentValues.bind(message.contract(), examples), ZoneOffset.UTC).text();
    }

    private static void row(String name, SearchMessages search, List<Scope> scopes, Supplier<String> question) {
        ask(search, scopes, question, WARM_UP);
        var times = ask(search, scopes, question, REQUESTS);
        System.out.printf(Locale.ROOT, "| %s | %,d | %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n", name,
                scopes.size() * scopes.get(0).locale().messages().size() * GeneratedCatalog.locales().size(), scopes.size(),
                at(0.5, times.wall()), at(0.99, times.wall()), at(0.5, times.processor()), at(0.99, times.processor()));
    }

    /** Sorted times in milliseconds. Other programs delay the wall time only. */
    private record Times(double[] wall, double[] processor) {
    }

    private static Times ask(SearchMessages search, List<Scope> scopes, Supplier<String> question, int requests) {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new Times(new double[requests], new double[requests]);
        for (int i = 0; i < requests; i++) {
            var text = question.get();
            long start = System.nanoTime();
            long processorStart = threads.getCurrentThreadCpuTime();
            find(search, scopes, text);
            times.processor()[i] = (threads.getCurrentThreadCpuTime() - processorStart) / 1e6;
            times.wall()[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times.wall());
        Arrays.sort(times.processor());
        return times;
    }

    private static void find(SearchMessages search, List<Scope> scopes, String text) {
        var query = new MessageQuery(Optional.of(text), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
        search.findInAll(query, scopes, Optional.empty(), PAGE);
    }

    private static double at(double quantile, double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * quantile) - 1];
    }
}
