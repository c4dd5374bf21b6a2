package dev.parlance.publishing.memory;

import dev.parlance.locales.AccentFolding;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Parallel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A search for a text in all locales of a snapshot, best matches first. Not thread-safe.
 *
 * <p>Each message has one rank, which depends only on the snapshot and on the search text. So a page can continue after any message.
 * Indexes of other locales, and those for rendered texts, are built and used only for the ranks that need them.
 */
final class TextSearch {
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]");
    /** A shorter text says too little about the message that it was rendered from. */
    private static final int MIN_RENDERED_LENGTH = 5;
    /** The scripts that follow include all those without spaces between words. */
    private static final char FIRST_UNSPACED_SCRIPT = 'ก';

    private final MessageDefinitions definitions;
    private final BitSet identified = new BitSet();
    /** The requested locale and the source locale. */
    private final List<LocaleSearch> locales;
    private final Memoized<List<LocaleSearch>> otherLocales;
    private final Memoized<SortedMap<Integer, LocaleTag>> rendered;
    private final Memoized<SortedMap<Integer, LocaleTag>> renderedSimilarly;
    private final int reasonPosition;
    private final String identifier;
    private final SearchTerms phrase;
    private final SearchTerms allWords;
    /** The longest first, because few messages contain them. */
    private final List<SearchTerms> words;
    /** 0 if the text is not a status. */
    private final int status;
    private final boolean isTag;

    TextSearch(SearchMessages.Scope scope, String text, RenderedTexts renderedTexts) {
        var snapshot = scope.snapshot();
        var source = snapshot.locale(snapshot.offeredLocales().source());
        this.definitions = source.definitions();
        this.locales = (scope.locale() == source || scope.locale().isPseudo() ? List.of(source) : List.of(scope.locale(), source)).stream()
                .map(LocaleSearch::new).toList();
        this.otherLocales = new Memoized<>(() -> createIndexes(snapshot.loadedLocales().stream()
                .filter(it -> it != scope.locale() && it != source).toList()));
        this.identifier = text.strip();
        var folded = AccentFolding.fold(identifier);
        this.phrase = SearchTerms.of(folded);
        var distinctWords = Arrays.stream(folded.split("\\s+")).filter(it -> !it.isEmpty()).distinct()
                .sorted(Comparator.comparing(String::length).reversed()).toList();
        this.allWords = SearchTerms.of(distinctWords);
        this.words = distinctWords.stream().map(SearchTerms::of).toList();
        boolean mayBeRendered = folded.length() >= MIN_RENDERED_LENGTH
                && (words.size() > 1 || folded.chars().anyMatch(it -> it >= FIRST_UNSPACED_SCRIPT));
        this.status = STATUS.matcher(identifier).matches() ? Integer.parseInt(identifier) : 0;
        this.isTag = definitions.tagNames().contains(identifier);
        this.rendered = new Memoized<>(() -> localesByPosition(mayBeRendered ? renderedTexts.findExact(snapshot, identifier) : List.of()));
        this.renderedSimilarly = new Memoized<>(() -> localesByPosition(mayBeRendered && rendered.get().isEmpty()
                ? renderedTexts.findSimilar(snapshot, identifier) : List.of()));
        IntStream.concat(IntStream.of(definitions.positionOf(identifier)), definitions.positionsOfCode(identifier))
                .filter(it -> it != PackedStringIndex.NOT_FOUND).forEach(identified::set);
        this.reasonPosition = definitions.positionOfReason(identifier.toUpperCase(Locale.ROOT));
    }

    private static List<LocaleSearch> createIndexes(List<PublishedLocale> locales) {
        Parallel.runAll(locales.stream().filter(it -> !it.hasSearchIndex()).<Callable<SearchIndex>>map(it -> it::searchIndex).toList());
        return locales.stream().map(LocaleSearch::new).toList();
    }

    private SortedMap<Integer, LocaleTag> localesByPosition(List<PublishedMessage> found) {
        return found.stream().collect(Collectors.toMap(it -> definitions.positionOf(it.key()), PublishedMessage::locale,
                (best, other) -> best, TreeMap::new));
    }

    /** Returns the positions that may have a rank, ascending. */
    IntStream candidates(MatchRank rank) {
        return switch (rank) {
            case IDENTIFIER -> identified.stream();
            case REASON -> IntStream.of(reasonPosition).filter(it -> it != PackedStringIndex.NOT_FOUND);
            case PHRASE -> positions(union(locales, it -> it.blocks(phrase)));
            case WORDS -> words.size() < 2 ? IntStream.empty() : positions(blocksOfWords());
            case PHRASE_IN_OTHER_LOCALE -> positions(union(otherLocales.get(), it -> it.blocks(phrase)));
            case WORDS_IN_OTHER_LOCALE -> words.size() < 2 ? IntStream.empty()
                    : positions(union(otherLocales.get(), it -> it.blocks(allWords)));
            case RENDERED -> rendered.get().keySet().stream().mapToInt(Integer::intValue);
            case RENDERED_SIMILARLY -> renderedSimilarly.get().keySet().stream().mapToInt(Integer::intValue);
            case ATTRIBUTE -> status == 0 && !isTag ? IntStream.empty()
                    : IntStream.range(0, definitions.size()).filter(this::hasAttribute);
        };
    }

    private static BitSet union(List<LocaleSearch> locales, Function<LocaleSearch, BitSet> blocks) {
        var union = new BitSet();
        locales.forEach(it -> union.or(blocks.apply(it)));
        return union;
    }

    /** Each word may be in either locale. */
    private BitSet blocksOfWords() {
        var blocks = union(locales, it -> it.blocks(words.get(0)));
        words.stream().skip(1).takeWhile(it -> !blocks.isEmpty()).forEach(word -> blocks.and(union(locales, it -> it.blocks(word))));
        return blocks;
    }

    /** The blocks of all indexes consist of the same messages. */
    private IntStream positions(BitSet blocks) {
        return blocks.stream().flatMap(it -> IntStream.range(it * SearchIndex.BLOCK_SIZE,
                Math.min(definitions.size(), (it + 1) * SearchIndex.BLOCK_SIZE)));
    }

    /** Returns the rank of the message at this position; empty if it does not match. */
    Optional<MatchRank> rankOf(int position) {
        return Arrays.stream(MatchRank.values()).filter(it -> matches(it, position)).findFirst();
    }

    /** Returns whether this is the rank of the message at this position. */
    boolean hasRank(MatchRank rank, int position) {
        return matches(rank, position) && Arrays.stream(MatchRank.values(), 0, rank.ordinal()).noneMatch(it -> matches(it, position));
    }

    private boolean matches(MatchRank rank, int position) {
        return switch (rank) {
            case IDENTIFIER -> identified.get(position);
            case REASON -> position == reasonPosition;
            case PHRASE -> isIn(locales, phrase, position);
            case WORDS -> words.size() > 1 && hasWords(position);
            case PHRASE_IN_OTHER_LOCALE -> isIn(otherLocales.get(), phrase, position);
            case WORDS_IN_OTHER_LOCALE -> words.size() > 1 && isIn(otherLocales.get(), allWords, position);
            case RENDERED -> rendered.get().containsKey(position);
            case RENDERED_SIMILARLY -> renderedSimilarly.get().containsKey(position);
            case ATTRIBUTE -> hasAttribute(position);
        };
    }

    /** Compares the signatures of all words before it folds any text. */
    private boolean hasWords(int position) {
        for (var word : words) {
            boolean possible = false;
            for (var locale : locales) {
                possible |= locale.mayContain(position, word);
            }
            if (!possible) {
                return false;
            }
        }
        return words.stream().allMatch(word -> isIn(locales, word, position));
    }

    private static boolean isIn(List<LocaleSearch> searched, SearchTerms terms, int position) {
        for (var locale : searched) {
            if (locale.contains(position, terms)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the locale in which a message of this rank matches; empty if it is not found by the texts of one locale. */
    Optional<LocaleTag> matchedLocale(MatchRank rank, int position) {
        return switch (rank) {
            case IDENTIFIER, REASON, ATTRIBUTE -> Optional.empty();
            case PHRASE -> localeWith(phrase, locales, position);
            case WORDS -> localeWith(allWords, locales, position);
            case PHRASE_IN_OTHER_LOCALE -> localeWith(phrase, otherLocales.get(), position);
            case WORDS_IN_OTHER_LOCALE -> localeWith(allWords, otherLocales.get(), position);
            case RENDERED -> Optional.of(rendered.get().get(position));
            case RENDERED_SIMILARLY -> Optional.of(renderedSimilarly.get().get(position));
        };
    }

    private static Optional<LocaleTag> localeWith(SearchTerms terms, List<LocaleSearch> searched, int position) {
        return searched.stream().filter(it -> it.contains(position, terms)).map(it -> it.localeOf(position)).findFirst();
    }

    private boolean hasAttribute(int position) {
        return definitions.httpStatus(position) == status || isTag && definitions.tags(position).contains(identifier);
    }
}
