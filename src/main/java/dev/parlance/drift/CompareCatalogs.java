package dev.parlance.drift;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.drift.DriftPage.Position;
import dev.parlance.drift.DriftPager.Examined;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the differences between two catalogs whose messages have the same keys, such as production and a test documentation.
 *
 * <p>Texts are compared in the locales that both catalogs offer; a missing one is shown as {@code -}.
 */
public final class CompareCatalogs {
    private static final String SEPARATOR = " / ";

    private CompareCatalogs() {
    }

    /**
     * Returns a page of differences. Values are those of the first catalog, a slash, and those of the second.
     *
     * @param locale only texts of this locale, and definitions
     * @param wanted selects items
     */
    public static DriftPage compare(DriftCatalog here, DriftCatalog there, Optional<LocaleTag> locale, Predicate<DriftItem> wanted,
            Position start, int limit) {
        int size = here.messages().size();
        var locales = here.locales().stream().filter(there.locales()::contains).filter(it -> locale.isEmpty() || locale.get().equals(it))
                .toList();
        return DriftPager.collect(size + there.messages().size(), it -> {
            if (it < size) {
                return compare(here.messages().get(it), there, locales);
            }
            var message = there.messages().get(it - size);
            return new Examined(here.find().apply(message.key()).isPresent() ? List.of()
                    : List.of(DriftItem.of(DriftKind.ONLY_THERE, message.key(), Optional.empty(), "code " + message.code())), 1);
        }, wanted, start, limit);
    }

    private static Examined compare(DriftMessage message, DriftCatalog there, List<LocaleTag> locales) {
        var found = there.find().apply(message.key());
        if (found.isEmpty()) {
            return new Examined(List.of(DriftItem.of(DriftKind.ONLY_HERE, message.key(), Optional.empty(), "code " + message.code())), 1);
        }
        var other = found.get();
        var items = new ArrayList<DriftItem>();
        addDefinition(items, message, other, "code", DriftMessage::code);
        addDefinition(items, message, other, "httpStatus", it -> Integer.toString(it.httpStatus()));
        addDefinition(items, message, other, "grpcStatus", it -> it.grpcStatus().name());
        addDefinition(items, message, other, "reason", DriftMessage::reason);
        addDefinition(items, message, other, "retry", it -> it.retry().orElse("-"));
        addDefinition(items, message, other, "arguments", it -> describe(it.contract()));
        for (var it : locales) {
            var text = shown(message.text(it));
            var otherText = shown(other.text(it));
            if (!text.equals(otherText)) {
                items.add(DriftItem.of(DriftKind.TEXT, message.key(), Optional.of(it), text + SEPARATOR + otherText));
            }
        }
        return new Examined(items, 1 + locales.size());
    }

    private static void addDefinition(List<DriftItem> items, DriftMessage message, DriftMessage other, String name,
            Function<DriftMessage, String> value) {
        if (!value.apply(message).equals(value.apply(other))) {
            items.add(DriftItem.of(DriftKind.DEFINITION, message.key(), Optional.empty(),
                    name + " " + value.apply(message) + SEPARATOR + value.apply(other)));
        }
    }

    private static String describe(ArgumentContract contract) {
        return contract.arguments().stream().map(it -> it.name() + ":" + it.type().label()).collect(Collectors.joining(" "));
    }

    private static String shown(Optional<CheckedText> text) {
        return text.map(CheckedText::message).orElse("-");
    }
}
