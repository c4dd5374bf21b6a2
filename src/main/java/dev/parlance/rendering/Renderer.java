package dev.parlance.rendering;

import dev.parlance.rendering.compiled.CompiledText;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.compiled.Block;
import dev.parlance.rendering.compiled.Execution;
import dev.parlance.rendering.compiled.Formats;
import dev.parlance.rendering.compiled.Instruction;
import dev.parlance.rendering.compiled.PrintfSlot;
import dev.parlance.rendering.syntax.BadText;
import dev.parlance.rendering.syntax.PrintfPart;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import dev.parlance.rendering.syntax.PrintfText;
import dev.parlance.rendering.syntax.Syntax;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles texts. Keeps the formatters of each locale it has met, so one renderer should serve a whole snapshot. */
public final class Renderer {
    private final Map<LocaleTag, Formats> formats = new ConcurrentHashMap<>();

    /** @throws BadText where the text does not follow its syntax */
    public CompiledText compile(Syntax syntax, String text, LocaleTag locale, Contract contract) {
        return compile(syntax, text, formats(locale), contract);
    }

    /** As {@link #compile}, for a text that is thrown away: strangers' styles are not kept. */
    public CompiledText compilePassing(Syntax syntax, String text, LocaleTag locale, Contract contract) {
        return compile(syntax, text, formats(locale).passing(), contract);
    }

    /**
     * As {@link #compilePassing}, where only its failure is of interest.
     *
     * @throws BadText where the text does not follow its syntax
     */
    public void check(Syntax syntax, String text, LocaleTag locale, Contract contract) {
        if (!bare(syntax, text)) {
            compilePassing(syntax, text, locale, contract);
        }
    }

    /**
     * As {@link #compile}, but nothing for a text that prints as it is typed.
     *
     * @throws BadText where the text does not follow its syntax
     */
    public Optional<CompiledText> program(Syntax syntax, String text, LocaleTag locale, Contract contract) {
        if (bare(syntax, text) && text.length() <= Execution.LONGEST_OUTPUT) {
            return Optional.empty();
        }
        var program = compile(syntax, text, locale, contract);
        return program.prints(text) && text.length() <= Execution.LONGEST_OUTPUT ? Optional.empty() : Optional.of(program);
    }

    /** Whether it prints as it is typed, as far as can be seen at a glance; most texts do. */
    static boolean bare(Syntax syntax, String text) {
        return switch (syntax) {
            case PLAIN -> true;
            case PRINTF -> text.indexOf('%') < 0;
            case ICU -> text.indexOf('{') < 0 && text.indexOf('}') < 0 && text.indexOf('\'') < 0;
        };
    }

    private Formats formats(LocaleTag locale) {
        return formats.computeIfAbsent(locale, tag -> new Formats(tag.icu()));
    }

    private static CompiledText compile(Syntax syntax, String text, Formats formats, Contract contract) {
        return new CompiledText(formats.rightToLeft(), switch (syntax) {
            case PLAIN -> new Block.Assembly().literal(text).block(formats);
            case PRINTF -> printf(text, formats, contract);
            case ICU -> icu(text, ApostropheMode.DOUBLE_OPTIONAL, formats, contract);
        });
    }

    static Block icu(String text, ApostropheMode apostrophes, Formats formats, Contract contract) {
        try {
            return new PatternCompiler(new MessagePattern(apostrophes).parse(text), formats, contract).compile();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw BadText.pattern(e);
        }
    }

    static Block printf(String text, Formats formats, Contract contract) {
        var block = new Block.Assembly();
        for (var part : PrintfText.parse(text)) {
            if (part instanceof PrintfPart.Literal literal) {
                block.literal(literal.text());
            } else if (part instanceof Conversion conversion) {
                var name = contract.canonical(conversion.position());
                block.then(slot(name, conversion, contract, formats));
            }
        }
        return block.block(formats);
    }

    /** A declared number is a number under {@code %s} too, or the app, which gets the pattern, would print another one. */
    private static Instruction slot(String name, Conversion conversion, Contract contract, Formats formats) {
        boolean declaredNumber = contract.argument(name).map(Argument::type).filter(ArgumentType.NUMBER::equals).isPresent();
        if (declaredNumber && conversion.plain()) {
            return new Instruction.Slot(name, formats.plain());
        }
        return PatternText.hasSkeleton(conversion)
                ? new Instruction.NumberSlot(name, formats.skeleton(PatternText.skeleton(conversion)))
                : new PrintfSlot(name, conversion, formats.locale());
    }
}
