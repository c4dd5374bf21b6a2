package dev.parlance.cli.check;

import dev.parlance.checks.Finding;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.formats.folder.FolderFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains findings in the language of the user, with the shipped texts of the service. */
final class FindingExplanations {
    private static final String CATALOG = "/translations/parlance/";

    private final Renderer renderer = new Renderer();
    private final CatalogContent catalog;
    private final Map<String, MessageEntry> messages;
    private final LocaleTag locale;

    private FindingExplanations(CatalogContent catalog, LocaleTag locale) {
        this.catalog = catalog;
        this.locale = new OfferedLocales(catalog.sourceLocale(), catalog.texts().keySet()).find(locale).orElse(catalog.sourceLocale());
        this.messages = catalog.messages().stream().collect(Collectors.toMap(MessageEntry::key, Function.identity()));
    }

    /** Loads the texts. In a language that is not shipped, explanations are in English. */
    static FindingExplanations load(LocaleTag locale) {
        return new FindingExplanations(new FolderFormat().read(FindingExplanations::read), locale);
    }

    String title(Finding finding) {
        return render(finding, text -> text.message());
    }

    String explain(Finding finding) {
        return render(finding, text -> text.description());
    }

    private String render(Finding finding, Function<TextEntry, String> part) {
        var contract = messages.get(finding.explanation()).contract();
        var text = catalog.texts().get(locale).get(finding.explanation());
        return renderer.compile(text.syntax(), part.apply(text), locale, contract)
                .render(ArgumentValues.bind(contract, finding.arguments()).values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text();
    }

    private static byte[] read(String file) {
        try (var in = FindingExplanations.class.getResourceAsStream(CATALOG + file)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + CATALOG + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
