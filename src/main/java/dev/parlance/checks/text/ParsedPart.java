package dev.parlance.checks.text;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a text, parsed at most once for all checks.
 *
 * <p>It is parsed on first use, so it is not a record. Not thread-safe.
 */
public final class ParsedPart {
    /** Shared by all parts: it caches formatters by locale, and nothing of the texts. */
    public static final Renderer RENDERER = new Renderer();

    private final TextPart part;
    private final Syntax syntax;
    private final String text;
    private final LocaleTag locale;
    private final ArgumentContract contract;
    private @Nullable Optional<ProblemException> problem;
    private @Nullable ParsedText parsed;
    private @Nullable ArgumentContract usedArguments;
    private @Nullable UntranslatableTokens tokens;
    private @Nullable List<ChoiceArgument> choices;

    public ParsedPart(TextPart part, CheckedText texts, LocaleTag locale, ArgumentContract contract) {
        this.part = part;
        this.syntax = texts.syntax();
        this.text = texts.text(part);
        this.locale = locale;
        this.contract = contract;
    }

    public TextPart part() {
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

    /** Returns the language subtag: {@code pt}. */
    public String language() {
        int end = locale.value().indexOf('-');
        return end < 0 ? locale.value() : locale.value().substring(0, end);
    }

    /**
     * Returns the reason why the text does not compile, if there is one.
     *
     * <p>The methods that need a parsed text must not be called if there is.
     */
    public Optional<ProblemException> problem() {
        if (problem == null) {
            problem = validate();
        }
        return problem;
    }

    public boolean hasText() {
        return !text.isBlank();
    }

    /** Returns the text with the branch {@code other} of each choice. */
    public DisplayText defaultVariant() {
        return parsed().defaultVariant();
    }

    /** Returns the variants of the text; each outer branch of a choice is in one of them. */
    public List<DisplayText> variants() {
        return parsed().variants();
    }

    public List<ArgumentUse> uses() {
        return parsed().uses();
    }

    public List<PluralArgument> plurals() {
        return parsed().plurals();
    }

    /** Returns the plural and select arguments in the order of their start, nested ones included. */
    public List<ChoiceArgument> choices() {
        if (choices == null) {
            choices = syntax == Syntax.ICU ? ChoiceParser.parse(text) : List.of();
        }
        return choices;
    }

    /** Returns the arguments of the text, with the types that its use of them implies. */
    public ArgumentContract usedArguments() {
        if (usedArguments == null) {
            usedArguments = InferredArguments.infer(syntax, text);
        }
        return usedArguments;
    }

    /** Returns the tokens of the default variant. */
    public UntranslatableTokens tokens() {
        if (tokens == null) {
            tokens = UntranslatableTokens.scan(defaultVariant().text());
        }
        return tokens;
    }

    private ParsedText parsed() {
        if (parsed == null) {
            parsed = switch (syntax) {
                case ICU -> IcuTextParser.parse(text);
                case PRINTF -> PrintfTextParser.parse(text);
                case PLAIN -> ParsedText.literal(text);
            };
        }
        return parsed;
    }

    private Optional<ProblemException> validate() {
        try {
            PatternValidator.validate("", syntax, text);
            RENDERER.validate(syntax, text, locale, contract);
            return Optional.empty();
        } catch (ProblemException problem) {
            return Optional.of(problem);
        } catch (TextSyntaxException invalid) {
            return Optional.of(PatternValidator.toProblem("", text, invalid));
        }
    }
}
