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
    private final GramIndex anchors;
    private final GramIndex heads;
    /** Texts whose literals are too short to find them, such as <code>{0}: {1}</code>, in groups of the same literals. */
    private final List<int[]> withoutAnchor;

    TextIndex(IndexedTexts texts) {
        var builder = new Builder(texts);
        this.texts = texts;
        this.anchors = builder.anchors.build();
        this.heads = builder.heads.build();
        this.withoutAnchor = builder.withoutAnchor.values().stream().map(it -> it.stream().mapToInt(Integer::intValue).toArray())
                .sorted(Comparator.comparing((int[] it) -> -texts.literalCharacters()[it[0]])).toList();
    }

    private static final class Builder {
        private final IndexedTexts texts;
        private final Anchors chosen;
        private final GramIndex.Builder anchors = new GramIndex.Builder();
        private final GramIndex.Builder heads = new GramIndex.Builder();
        private final Map<String, List<Integer>> withoutAnchor = new LinkedHashMap<>();

        Builder(IndexedTexts texts) {
            this.texts = texts;
            this.chosen = new Anchors(texts.size());
            for (int text = 0; text < texts.size(); text++) {
                texts.alternatives(text).forEach(it -> chosen.count(Anchors.foldedLiterals(it)));
            }
            for (int text = 0; text < texts.size(); text++) {
                add(text);
            }
        }

        private void add(int text) {
            var alternatives = texts.alternatives(text);
            var anchorsOfText = new TreeSet<Long>();
            var headsOfText = new TreeSet<Long>();
            boolean found = true;
            for (var alternative : alternatives) {
                var literals = Anchors.foldedLiterals(alternative);
                var anchor = chosen.choose(literals);
                if (anchor.isEmpty() && alternative.holes().isEmpty()) {
                    anchorsOfText.add(Grams.hashOfAll(literals.get(0)));
                } else if (anchor.isEmpty()) {
                    found = false;
                } else {
                    anchorsOfText.add(anchor.getAsLong());
                }
                chosen.chooseHead(literals).ifPresent(headsOfText::add);
            }
            headsOfText.removeAll(anchorsOfText);
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

    /** Returns texts that share a substring with a rendered one, those with the most literal characters first. */
    int[] find(FoldedText rendered, StepBudget budget, boolean tolerant) {
        var candidates = new Candidates(texts.literalCharacters());
        var grams = new Grams(rendered.value());
        anchors.find(Grams.hashOfAll(Anchors.withoutFullStop(rendered.value())), candidates, budget);
        anchors.find(grams, candidates, budget);
        if (tolerant) {
            heads.find(grams, candidates, budget);
        }
        return candidates.sorted();
    }

    List<int[]> withoutAnchor() {
        return withoutAnchor;
    }

    long sizeInBytes() {
        return texts.sizeInBytes() + anchors.sizeInBytes() + heads.sizeInBytes()
                + withoutAnchor.stream().mapToLong(it -> 4L * it.length).sum();
    }
}
