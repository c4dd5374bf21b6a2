package dev.parlance.publishing.memory;

import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.release.Bundle;
import dev.parlance.publishing.release.CanonicalJson;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.RenderedText;
import dev.parlance.rendering.syntax.Syntax;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;

/**
 * The texts of a pseudo-locale, each generated from its source when it is read.
 *
 * <p>Pseudo-locales are always available and rarely used, so nothing is stored for them before a client fetches their bundle.
 */
final class PseudoTexts implements LocaleTexts {
    private final PseudoLocale pseudo;
    private final List<PublishedMessage> sources;
    private final Renderer renderer;
    private final PseudoRelease release;
    private final Memoized<byte[]> bundle;
    private final Memoized<Digest> digest;

    /** The release that a generated bundle names. */
    record PseudoRelease(String catalog, int release) {
    }

    PseudoTexts(PseudoLocale pseudo, List<PublishedMessage> sources, Renderer renderer, PseudoRelease release) {
        this.pseudo = pseudo;
        this.sources = sources;
        this.renderer = renderer;
        this.release = release;
        this.bundle = new Memoized<>(this::createBundle);
        this.digest = new Memoized<>(() -> Digest.of(bundle()));
    }

    /** Returns the bundle, created on first use in a time proportional to the size of the catalog. */
    @Override
    public byte[] bundle() {
        return bundle.get();
    }

    @Override
    public boolean hasBundle() {
        return digest.isComputed();
    }

    @Override
    public Digest digest() {
        return digest.get();
    }

    @Override
    public String text(int position) {
        var source = sources.get(position);
        return toPseudo(source, source.text());
    }

    @Override
    public String description(int position) {
        var source = sources.get(position);
        return toPseudo(source, source.description());
    }

    @Override
    public Syntax syntax(int position) {
        return Syntax.ICU;
    }

    @Override
    public LocaleTag locale(int position) {
        return pseudo.tag();
    }

    @Override
    public RenderedText renderText(int position, ArgumentValues arguments, ZoneId zone) {
        return render(position, text(position), arguments, zone);
    }

    @Override
    public RenderedText renderDescription(int position, ArgumentValues arguments, ZoneId zone) {
        return render(position, description(position), arguments, zone);
    }

    private RenderedText render(int position, String pattern, ArgumentValues arguments, ZoneId zone) {
        return renderer.compileUncached(Syntax.ICU, pattern, pseudo.tag(), sources.get(position).contract())
                .render(arguments.values(), BidiIsolation.WHERE_NEEDED, zone);
    }

    private String toPseudo(PublishedMessage source, String text) {
        return pseudo.apply(PatternText.of(source.syntax(), text), release.catalog() + "/" + source.key())
                .withNames(source.contract()).pattern();
    }

    private byte[] createBundle() {
        var patterns = new TreeMap<String, String>();
        sources.forEach(it -> patterns.put(it.key(), toPseudo(it, it.text())));
        return CanonicalJson.write(new Bundle(release.catalog(), release.release(), pseudo.tag().value(), patterns));
    }
}
