package dev.parlance.checks.text;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.CatalogProblem;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.PatternArguments;
import dev.parlance.rendering.PatternGate;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.syntax.BadText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a text, with what is in it. Taken apart when first asked, and then once for all checks, which is why it is no record; for one
 * thread.
 */
public final class Typed {
    /** For all: it keeps formatters by locale, and nothing of the texts. */
    public static final Renderer RENDERER = new Renderer();

    private final Part part;
    private final Syntax syntax;
    private final String text;
    private final LocaleTag locale;
    private final Contract contract;
    private @Nullable Optional<CatalogProblem> refusal;
    private @Nullable Readings readings;
    private @Nullable Contract used;
    private @Nullable Tokens tokens;

    public Typed(Part part, Written written, LocaleTag locale, Contract contract) {
        this.part = part;
        this.syntax = written.syntax();
        this.text = written.text(part);
        this.locale = locale;
        this.contract = contract;
    }

    public Part part() {
        return part;
    }

    public Syntax syntax() {
        return syntax;
    }

    public String text() {
        return text;
    }

    public LocaleTag locale() {
        return locale;
    }

    /** The first subtag: {@code pt}. */
    public String language() {
        int end = locale.value().indexOf('-');
        return end < 0 ? locale.value() : locale.value().substring(0, end);
    }

    /** Why it cannot be read. Nothing below may be asked of a text that has one. */
    public Optional<CatalogProblem> refusal() {
        if (refusal == null) {
            refusal = refused();
        }
        return refusal;
    }

    public boolean written() {
        return !text.isBlank();
    }

    public Reading usual() {
        return readings().usual();
    }

    public List<Reading> all() {
        return readings().all();
    }

    public List<Use> uses() {
        return readings().uses();
    }

    public List<PluralUse> plurals() {
        return readings().plurals();
    }

    /** Its own arguments, with the types its use of them asks for. */
    public Contract used() {
        if (used == null) {
            used = PatternArguments.of(syntax, text);
        }
        return used;
    }

    /** Of the usual reading. */
    public Tokens tokens() {
        if (tokens == null) {
            tokens = Tokens.of(usual().shown());
        }
        return tokens;
    }

    private Readings readings() {
        if (readings == null) {
            readings = switch (syntax) {
                case ICU -> PatternReadings.of(text);
                case PRINTF -> PrintfReadings.of(text);
                case PLAIN -> Readings.literal(text);
            };
        }
        return readings;
    }

    private Optional<CatalogProblem> refused() {
        try {
            PatternGate.check("", syntax, text);
            RENDERER.check(syntax, text, locale, contract);
            return Optional.empty();
        } catch (CatalogProblem problem) {
            return Optional.of(problem);
        } catch (BadText bad) {
            return Optional.of(PatternGate.invalid("", bad));
        }
    }
}
