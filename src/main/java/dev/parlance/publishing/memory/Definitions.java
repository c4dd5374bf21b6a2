package dev.parlance.publishing.memory;

import dev.parlance.catalog.Tags;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.publishing.release.Reference;
import dev.parlance.publishing.release.ReferenceReader;
import dev.parlance.rendering.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of a release are, in the order of the catalog: the same in all its locales, so kept once. Every reference
 * repeats it; a locale that says something else is of another release, and is refused.
 */
final class Definitions {
    private final Slab keys;
    private final Slab codes;
    private final Slab reasons;
    private final short[] statuses;
    private final Contract[] contracts;
    private final Tags[] tags;
    private final @Nullable PublishedAdvice[] advice;
    private final SlabIndex byKey;
    private final SlabIndex byCode;

    private Definitions(Slab keys, Slab codes, Slab reasons, short[] statuses, Contract[] contracts, Tags[] tags,
                        @Nullable PublishedAdvice[] advice) {
        this.keys = keys;
        this.codes = codes;
        this.reasons = reasons;
        this.statuses = statuses;
        this.contracts = contracts;
        this.tags = tags;
        this.advice = advice;
        this.byKey = new SlabIndex(keys, contracts.length);
        this.byCode = new SlabIndex(codes, contracts.length);
        if (!byKey.distinct()) {
            throw new IllegalStateException("a key stands twice in a release");
        }
    }

    /** As any of the locales tells them. */
    static Definitions of(byte[] reference) {
        var keys = new Slab.Writer();
        var codes = new Slab.Writer();
        var reasons = new Slab.Writer();
        var statuses = new ArrayList<Short>();
        var contracts = new ArrayList<Contract>();
        var tags = new ArrayList<Tags>();
        var advice = new ArrayList<@Nullable PublishedAdvice>();
        var known = new HashMap<List<Reference.Hole>, Contract>(Map.of(List.of(), Contract.NONE));
        var knownTags = new HashMap<List<String>, Tags>();
        var knownAdvice = new HashMap<PublishedAdvice, PublishedAdvice>();
        ReferenceReader.read(reference, it -> {
            keys.add(it.key());
            codes.add(it.code());
            reasons.add(it.reason());
            statuses.add((short) it.httpStatus());
            contracts.add(known.computeIfAbsent(it.arguments(), Reference::contract));
            tags.add(knownTags.computeIfAbsent(it.tags(), Tags::of));
            advice.add(it.advice() == null ? null : knownAdvice.computeIfAbsent(it.advice(), its -> its));
        });
        var narrow = new short[statuses.size()];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = statuses.get(i);
        }
        return new Definitions(keys.slab(), codes.slab(), reasons.slab(), narrow, contracts.toArray(Contract[]::new),
                tags.toArray(Tags[]::new), advice.toArray(PublishedAdvice[]::new));
    }

    int size() {
        return contracts.length;
    }

    /** @throws IllegalStateException for an entry that is not what stands at the position */
    void check(int position, Reference.Entry entry) {
        if (position >= size() || !keys.is(position, entry.key()) || !codes.is(position, entry.code())
                || !reasons.is(position, entry.reason()) || statuses[position] != entry.httpStatus()
                || !same(contracts[position], entry.arguments()) || !same(tags[position], entry.tags())
                || !Objects.equals(advice[position], entry.advice())) {
            throw new IllegalStateException("the locales of a release do not agree on message " + entry.key());
        }
    }

    private static boolean same(Contract contract, List<Reference.Hole> holes) {
        return contract.arguments().isEmpty() ? holes.isEmpty() : Reference.holes(contract).equals(holes);
    }

    private static boolean same(Tags tags, List<String> names) {
        return tags.names().size() == names.size() && tags.names().containsAll(names);
    }

    /** {@link SlabIndex#NONE} for none. */
    int position(String key) {
        return byKey.first(key);
    }

    /** In order. */
    List<Integer> withCode(String code) {
        var found = new ArrayList<Integer>();
        for (int i = byCode.first(code); i != SlabIndex.NONE; i = byCode.after(i)) {
            found.add(i);
        }
        return found;
    }

    /** Whether no other message has the code of this one. */
    boolean alone(int position) {
        int first = byCode.first(codes.get(position));
        return first == position && byCode.after(position) == SlabIndex.NONE;
    }

    String key(int position) {
        return keys.get(position);
    }

    String code(int position) {
        return codes.get(position);
    }

    String reason(int position) {
        return reasons.get(position);
    }

    int httpStatus(int position) {
        return statuses[position];
    }

    Contract contract(int position) {
        return contracts[position];
    }

    Tags tags(int position) {
        return tags[position];
    }

    Optional<PublishedAdvice> advice(int position) {
        return Optional.ofNullable(advice[position]);
    }
}
