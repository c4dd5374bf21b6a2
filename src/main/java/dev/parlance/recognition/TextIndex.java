package dev.parlance.recognition;

import dev.parlance.rendering.compiled.Instruction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the few texts that a rendered text should be compared with. Immutable. */
final class TextIndex {
    private final IndexedTexts texts;
    /** By the start, the end or the whole of a text, for exact comparison. */
    private final GramIndex edges;
    /** By a substring, for exact comparison of texts whose start and end are too frequent. */
    private final GramIndex middles;
    /** By a substring, for tolerant comparison. */
    private final GramIndex anchors;
    /** By a substring near the start, for the tolerant comparison of texts that are cut off. */
    private final GramIndex heads;
    /** Texts whose literals are too short to find them, such as <code>{0}: {1}</code>, in groups of the same literals. */
    private final List<int[]> withoutAnchor;

    TextIndex(IndexedTexts texts) {
        var builder = new Builder(texts);
        this.texts = texts;
        this.edges = builder.edges.build();
        this.middles = builder.middles.build();
        this.anchors = builder.anchors.build();
        this.heads = builder.heads.build();
        this.withoutAnchor = builder.withoutAnchor.values().stream().map(it -> it.stream().mapToInt(Integer::intValue).toArray())
                .sorted(Comparator.comparing((int[] it) -> -texts.literalCharacters()[it[0]])).toList();
    }

    private static final class Builder {
        private final IndexedTexts texts;
        private final Anchors chosen;
        private final GramIndex.Builder edges = new GramIndex.Builder();
        private final GramIndex.Builder middles = new GramIndex.Builder();
        private final GramIndex.Builder anchors = new GramIndex.Builder();
        private final GramIndex.Builder heads = new GramIndex.Builder();
        private final Map<String, List<Integer>> withoutAnchor = new LinkedHashMap<>();

        Builder(IndexedTexts texts) {
            this.texts = texts;
            this.chosen = new Anchors(texts.size());
            for (int text = 0; text < texts.size(); text++) {
                texts.alternatives(text).forEach(it -> chosen.count(Anchors.fold(it)));
            }
            for (int text = 0; text < texts.size(); text++) {
                add(text);
            }
        }

        private void add(int text) {
            var alternatives = texts.alternatives(text);
            var edgesOfText = new TreeSet<Long>();
            var middlesOfText = new TreeSet<Long>();
            var anchorsOfText = new TreeSet<Long>();
            var headsOfText = new TreeSet<Long>();
            boolean found = true;
            for (var alternative : alternatives) {
                var literals = Anchors.fold(alternative);
                var edge = chosen.chooseEdge(literals);
                var middle = chosen.chooseSubstring(literals);
                if (alternative.holes().isEmpty()) {
                    edgesOfText.add(Grams.hashOfAll(literals.get(0)));
                } else if (edge.isPresent() && (edge.get().isRare() || middle.isEmpty() || !middle.get().isRare())) {
                    edgesOfText.add(edge.get().hash());
                } else if (middle.isPresent()) {
                    middlesOfText.add(middle.get().hash());
                } else {
                    found = false;
                }
                var tolerated = Anchors.withoutFullStop(literals);
                chosen.chooseSubstring(tolerated).ifPresent(it -> anchorsOfText.add(it.hash()));
                chosen.chooseHead(tolerated).filter(Anchors.Choice::isRare).ifPresent(it -> headsOfText.add(it.hash()));
                if (alternative.holes().isEmpty()) {
                    anchorsOfText.add(Grams.hashOfAll(tolerated.get(0)));
                }
            }
            headsOfText.removeAll(anchorsOfText);
            edgesOfText.forEach(it -> edges.add(it, text));
            middlesOfText.forEach(it -> middles.add(it, text));
            anchorsOfText.forEach(it -> anchors.add(it, text));
            headsOfText.forEach(it -> heads.add(it, text));
            if (!found) {
                withoutAnchor.computeIfAbsent(group(text, alternatives), it -> new ArrayList<>()).add(text);
            }
        }

        /** Returns a string that is the same for texts which match the same texts. */
        private String group(int text, List<Alternative> alternatives) {
            return alternatives.stream().map(it -> String.join("\0", it.literals()) + it.holes().stream()
                    .map(Builder::describe).collect(Collectors.joining("\1", "\1", "\2")))
                    .collect(Collectors.joining("", texts.locale(text).value(), texts.contract(text).toString()));
        }

        private static String describe(Instruction hole) {
            return hole.getClass().getName() + " " + hole.name();
        }
    }

    /** Returns texts that may render exactly to a text, those with the most literal characters first. */
    int[] findExact(FoldedText rendered, StepBudget budget) {
        var candidates = new Candidates(texts.literalCharacters());
        var grams = new Grams(rendered.value());
        edges.find(Grams.hashOfAll(rendered.value()), candidates, budget);
        for (int level = 0; level < grams.edgeLevels(); level++) {
            edges.find(grams.hashOfStart(level), candidates, budget);
            edges.find(grams.hashOfEnd(level), candidates, budget);
        }
        middles.find(grams, candidates, budget);
        return candidates.sorted();
    }

    /** Returns texts that share a substring with a text, those with the most literal characters first. */
    int[] findTolerant(FoldedText rendered, StepBudget budget) {
        var candidates = new Candidates(texts.literalCharacters());
        var grams = new Grams(rendered.value());
        anchors.find(Grams.hashOfAll(Anchors.withoutFullStop(rendered.value())), candidates, budget);
        anchors.find(grams, candidates, budget);
        heads.find(grams, candidates, budget);
        return candidates.sorted();
    }

    List<int[]> withoutAnchor() {
        return withoutAnchor;
    }

    long sizeInBytes() {
        return texts.sizeInBytes() + edges.sizeInBytes() + middles.sizeInBytes() + anchors.sizeInBytes() + heads.sizeInBytes()
                + withoutAnchor.stream().mapToLong(it -> 4L * it.length).sum();
    }
}
