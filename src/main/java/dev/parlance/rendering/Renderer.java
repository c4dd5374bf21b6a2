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
        var own = formats.computeIfAbsent(locale, tag -> new Formats(tag.icu()));
        return new CompiledText(locale, switch (syntax) {
            case PLAIN -> literal(text);
            case PRINTF -> printf(text, own, contract);
            case ICU -> icu(text, ApostropheMode.DOUBLE_OPTIONAL, own, contract);
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
                instructions.add(PatternText.hasSkeleton(conversion)
                        ? new Instruction.NumberSlot(name, formats.skeleton(PatternText.skeleton(conversion)))
                        : new PrintfSlot(name, conversion, formats.locale()));
            }
        }
        return new Block(instructions);
    }
}
