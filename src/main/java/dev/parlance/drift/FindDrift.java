package dev.parlance.drift;

import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Checks;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.drift.DriftPage.Position;
import dev.parlance.drift.DriftPager.Examined;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** Finds drift within one catalog. */
public final class FindDrift {
    /** Texts that a page examines at most. The checks of a text take up to a tenth of a millisecond. */
    static final int MAX_EXAMINED_TEXTS = 10_000;

    private final Checks checks;

    /** @param checks all checks, of which those are run that compare locales */
    public FindDrift(Checks checks) {
        this.checks = new Checks(checks.all().stream().filter(it -> DriftKind.ofCheck(it.name()).isPresent()).toList());
    }

    /**
     * Returns a page of drift.
     *
     * @param locale only texts of this locale, and definitions
     * @param wanted selects items
     */
    public DriftPage find(DriftCatalog catalog, Optional<LocaleTag> locale, Predicate<DriftItem> wanted, Position start, int limit) {
        var translations = new SameSources(catalog);
        return DriftPager.collect(catalog.messages().size(), it -> examine(catalog, catalog.messages().get(it), locale, translations),
                wanted, start, limit);
    }

    private Examined examine(DriftCatalog catalog, DriftMessage message, Optional<LocaleTag> locale, SameSources translations) {
        var items = new ArrayList<>(AdviceConflicts.find(catalog, message));
        int texts = 0;
        for (var text : message.texts().entrySet()) {
            if (locale.isEmpty() || locale.get().equals(text.getKey())) {
                texts++;
                items.addAll(inspect(catalog, message, text.getKey(), text.getValue(), translations));
            }
        }
        return new Examined(items, texts);
    }

    private List<DriftItem> inspect(DriftCatalog catalog, DriftMessage message, LocaleTag locale, CheckedText text,
            SameSources translations) {
        var source = locale.equals(catalog.sourceLocale()) ? Optional.<CheckedText>empty() : message.text(catalog.sourceLocale());
        var input = new CheckInput(catalog.sourceLocale(), locale, text, source, message.contract(), OptionalInt.empty(), List.of(),
                source.isEmpty() ? List.of() : translations.others(message, locale));
        var items = new ArrayList<DriftItem>();
        LookalikeNames.find(input).forEach(it -> items.add(DriftItem.of(DriftKind.LOOK_ALIKE, message.key(), Optional.of(locale), it)));
        checks.run(input).forEach(it -> items.add(DriftItem.of(DriftKind.ofCheck(it.check()).orElseThrow(), message.key(), locale, it)));
        return items;
    }
}
