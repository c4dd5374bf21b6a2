package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.PrintfPart.Conversion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles texts. Keeps the formatters of each locale it has met, so one renderer should serve a whole snapshot. */
public final class Renderer {
    private final Map<LocaleTag, Formats> formats = new ConcurrentHashMap<>();

    /** @throws BadText where the text does not follow its syntax */
    public CompiledText compile(Syntax syntax, String text, LocaleTag locale, Contract contract) {
        return compile(syntax, text, locale, formats(locale), contract);
    }

    /** As {@link #compile}, for a text that is thrown away: strangers' styles are not kept. */
    public CompiledText compilePassing(Syntax syntax, String text, LocaleTag locale, Contract contract) {
        return compile(syntax, text, locale, formats(locale).passing(), contract);
    }

    private Formats formats(LocaleTag locale) {
        return formats.computeIfAbsent(locale, tag -> new Formats(tag.icu()));
    }

    private static CompiledText compile(Syntax syntax, String text, LocaleTag locale, Formats formats, Contract contract) {
        return new CompiledText(locale, switch (syntax) {
            case PLAIN -> literal(text);
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

    private static Block literal(String text) {
        return new Block(List.of(new Instruction.Literal(text)));
    }

    static Block printf(String text, Formats formats, Contract contract) {
        var instructions = new ArrayList<Instruction>();
        for (var part : PrintfText.parse(text)) {
            if (part instanceof PrintfPart.Literal literal) {
                instructions.add(new Instruction.Literal(literal.text()));
            } else if (part instanceof Conversion conversion) {
                var name = contract.canonical(conversion.position());
                instructions.add(slot(name, conversion, contract, formats));
            }
        }
        return new Block(instructions);
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
