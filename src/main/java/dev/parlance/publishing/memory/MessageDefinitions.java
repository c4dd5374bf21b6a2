package dev.parlance.publishing.memory;

import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.Tags;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.publishing.release.ReferenceDocument;
import dev.parlance.publishing.release.ReferenceReader;
import dev.parlance.rendering.ArgumentContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a release's messages, in catalog order, stored once for all locales.
 *
 * <p>Each reference document repeats the definitions. A locale whose definitions differ belongs to another release and is rejected.
 */
final class MessageDefinitions {
    private final PackedStrings keys;
    private final PackedStrings codes;
    private final PackedStrings reasons;
    private final short[] statuses;
    /** Empty if every status follows from an HTTP status, as in most catalogs. */
    private final Map<Integer, GrpcStatus> grpcStatuses;
    private final ArgumentContract[] contracts;
    private final Tags[] tags;
    private final @Nullable PublishedAdvice[] advice;
    /** Empty if no message has a key of its own in files, as in most catalogs. */
    private final Map<Integer, String> fileKeys;
    private final PackedStringIndex byKey;
    private final PackedStringIndex byCode;
    private final Memoized<PackedStringIndex> byReason;
    private final Memoized<Set<String>> tagNames;

    private MessageDefinitions(PackedStrings keys, PackedStrings codes, PackedStrings reasons, short[] statuses,
            Map<Integer, GrpcStatus> grpcStatuses, ArgumentContract[] contracts, Tags[] tags, @Nullable PublishedAdvice[] advice,
            Map<Integer, String> fileKeys) {
        this.keys = keys;
        this.codes = codes;
        this.reasons = reasons;
        this.statuses = statuses;
        this.grpcStatuses = grpcStatuses;
        this.contracts = contracts;
        this.tags = tags;
        this.advice = advice;
        this.fileKeys = fileKeys;
        this.byKey = new PackedStringIndex(keys, contracts.length);
        this.byCode = new PackedStringIndex(codes, contracts.length);
        this.tagNames = new Memoized<>(() -> Arrays.stream(tags).distinct().flatMap(it -> it.names().stream())
                .collect(Collectors.toUnmodifiableSet()));
        this.byReason = new Memoized<>(() -> new PackedStringIndex(reasons, contracts.length));
        if (!byKey.isUnique()) {
            throw new IllegalStateException("duplicate key in a release");
        }
    }

    /**
     * Reads the definitions from the reference document of any locale.
     *
     * @throws IllegalStateException if a key occurs twice
     */
    static MessageDefinitions of(byte[] reference) {
        var keys = new PackedStrings.Builder();
        var codes = new PackedStrings.Builder();
        var reasons = new PackedStrings.Builder();
        var statuses = new ArrayList<Short>();
        var grpcStatuses = new HashMap<Integer, GrpcStatus>();
        var contracts = new ArrayList<ArgumentContract>();
        var tags = new ArrayList<Tags>();
        var advice = new ArrayList<@Nullable PublishedAdvice>();
        var fileKeys = new HashMap<Integer, String>();
        var contractCache = new HashMap<List<ReferenceDocument.ArgumentEntry>, ArgumentContract>(Map.of(List.of(), ArgumentContract.EMPTY));
        var tagsCache = new HashMap<List<String>, Tags>();
        var adviceCache = new HashMap<PublishedAdvice, PublishedAdvice>();
        ReferenceReader.read(reference, it -> {
            keys.add(it.key());
            codes.add(it.code());
            reasons.add(it.reason());
            statuses.add((short) it.httpStatus());
            if (it.grpcStatus() != null) {
                grpcStatuses.put(statuses.size() - 1, it.grpcStatus());
            }
            contracts.add(contractCache.computeIfAbsent(it.arguments(), ReferenceDocument::toContract));
            tags.add(tagsCache.computeIfAbsent(it.tags(), Tags::of));
            if (it.fileKey() != null) {
                fileKeys.put(statuses.size() - 1, it.fileKey());
            }
            advice.add(it.advice() == null ? null : adviceCache.computeIfAbsent(it.advice(), its -> its));
        });
        var statusCodes = new short[statuses.size()];
        for (int i = 0; i < statusCodes.length; i++) {
            statusCodes[i] = statuses.get(i);
        }
        return new MessageDefinitions(keys.build(), codes.build(), reasons.build(), statusCodes, Map.copyOf(grpcStatuses),
                contracts.toArray(ArgumentContract[]::new), tags.toArray(Tags[]::new), advice.toArray(PublishedAdvice[]::new),
                Map.copyOf(fileKeys));
    }

    int size() {
        return contracts.length;
    }

    /**
     * Verifies that an entry matches the definition at this position.
     *
     * @throws IllegalStateException if it differs
     */
    void requireSame(int position, ReferenceDocument.Entry entry) {
        if (position >= size() || !keys.matches(position, entry.key()) || !codes.matches(position, entry.code())
                || !reasons.matches(position, entry.reason()) || statuses[position] != entry.httpStatus()
                || grpcStatuses.get(position) != entry.grpcStatus()
                || !matches(contracts[position], entry.arguments()) || !matches(tags[position], entry.tags())
                || !Objects.equals(advice[position], entry.advice()) || !Objects.equals(fileKeys.get(position), entry.fileKey())) {
            throw new IllegalStateException("the locales of a release do not agree on message " + entry.key());
        }
    }

    private static boolean matches(ArgumentContract contract, List<ReferenceDocument.ArgumentEntry> holes) {
        return contract.arguments().isEmpty() ? holes.isEmpty() : ReferenceDocument.toEntries(contract).equals(holes);
    }

    private static boolean matches(Tags tags, List<String> names) {
        return tags.names().size() == names.size() && tags.names().containsAll(names);
    }

    /** Returns the position of a key, or {@link PackedStringIndex#NOT_FOUND}. */
    int positionOf(String key) {
        return byKey.firstPosition(key);
    }

    /** Returns the first position of a reason, or {@link PackedStringIndex#NOT_FOUND}. Its index is created by the first search. */
    int positionOfReason(String reason) {
        return byReason.get().firstPosition(reason);
    }

    /** Returns the tags of all messages. */
    Set<String> tagNames() {
        return tagNames.get();
    }

    /** Returns the positions of all messages with this code, ascending. Lazy: many messages may share a code. */
    IntStream positionsOfCode(String code) {
        return IntStream.iterate(byCode.firstPosition(code), it -> it != PackedStringIndex.NOT_FOUND, byCode::nextPosition);
    }

    /** Returns whether no other message has the code of this one. */
    boolean hasUniqueCode(int position) {
        return byCode.isUnique(position);
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

    /** Returns the status of the definition; empty if it follows from the HTTP status. */
    Optional<GrpcStatus> grpcStatus(int position) {
        return Optional.ofNullable(grpcStatuses.get(position));
    }

    ArgumentContract contract(int position) {
        return contracts[position];
    }

    Tags tags(int position) {
        return tags[position];
    }

    Optional<String> fileKey(int position) {
        return Optional.ofNullable(fileKeys.get(position));
    }

    Optional<PublishedAdvice> advice(int position) {
        return Optional.ofNullable(advice[position]);
    }
}
