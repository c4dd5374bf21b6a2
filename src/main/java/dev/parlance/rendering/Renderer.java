package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern.ApostropheMode;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.Instruction;
import dev.parlance.rendering.compiled.InstructionBlock;
import dev.parlance.rendering.compiled.LocaleFormatters;
import dev.parlance.rendering.compiled.PrintfSlot;
import dev.parlance.rendering.compiled.RenderContext;
import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A thread-safe compiler of texts. It caches the formatters of each locale, so one renderer should serve a whole snapshot. */
public final class Renderer {
    private final Map<LocaleTag, LocaleFormatters> formats = new ConcurrentHashMap<>();

    /**
     * Compiles a text for repeated rendering.
     *
     * @throws TextSyntaxException if the text does not follow its syntax
     */
    public CompiledText compile(Syntax syntax, String text, LocaleTag locale, ArgumentContract contract) {
        return compile(syntax, text, formats(locale), contract);
    }

    /**
     * Compiles a text that is used once.
     *
     * <p>Styles in texts from outside are not cached, so that callers cannot fill the cache.
     *
     * @throws TextSyntaxException if the text does not follow its syntax
     */
    public CompiledText compileUncached(Syntax syntax, String text, LocaleTag locale, ArgumentContract contract) {
        return compile(syntax, text, formats(locale).uncached(), contract);
    }

    /**
     * Validates a text by compiling it as {@link #compileUncached} does.
     *
     * @throws TextSyntaxException if the text does not follow its syntax
     */
    public void validate(Syntax syntax, String text, LocaleTag locale, ArgumentContract contract) {
        if (!isLiteral(syntax, text)) {
            compileUncached(syntax, text, locale, contract);
        }
    }

    /**
     * Compiles a text, or returns empty if it prints exactly as typed.
     *
     * <p>A text longer than {@link RenderContext#MAX_OUTPUT_LENGTH} is always compiled.
     *
     * @throws TextSyntaxException if the text does not follow its syntax
     */
    public Optional<CompiledText> compileUnlessLiteral(Syntax syntax, String text, LocaleTag locale, ArgumentContract contract) {
        if (isLiteral(syntax, text) && text.length() <= RenderContext.MAX_OUTPUT_LENGTH) {
            return Optional.empty();
        }
        var compiled = compile(syntax, text, locale, contract);
        return compiled.printsExactly(text) && text.length() <= RenderContext.MAX_OUTPUT_LENGTH ? Optional.empty() : Optional.of(compiled);
    }

    /** Returns whether the text has no syntax characters and so prints as typed. This holds for most texts. */
    static boolean isLiteral(Syntax syntax, String text) {
        return switch (syntax) {
            case PLAIN -> true;
            case PRINTF -> text.indexOf('%') < 0;
            case ICU -> text.indexOf('{') < 0 && text.indexOf('}') < 0 && text.indexOf('\'') < 0;
        };
    }

    private LocaleFormatters formats(LocaleTag locale) {
        return formats.computeIfAbsent(locale, tag -> new LocaleFormatters(tag.toULocale()));
    }

    private static CompiledText compile(Syntax syntax, String text, LocaleFormatters formats, ArgumentContract contract) {
        return new CompiledText(formats.rightToLeft(), switch (syntax) {
            case PLAIN -> new InstructionBlock.Builder().addLiteral(text).build(formats);
            case PRINTF -> compilePrintf(text, formats, contract);
            case ICU -> compileIcu(text, ApostropheMode.DOUBLE_OPTIONAL, formats, contract);
        });
    }

    static InstructionBlock compileIcu(String text, ApostropheMode apostrophes, LocaleFormatters formats, ArgumentContract contract) {
        try {
            return new PatternCompiler(PatternSyntax.parse(text, apostrophes), formats, contract).compile();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw TextSyntaxException.fromIcu(e);
        }
    }

    static InstructionBlock compilePrintf(String text, LocaleFormatters formats, ArgumentContract contract) {
        var block = new InstructionBlock.Builder();
        for (var part : PrintfParser.parse(text)) {
            if (part instanceof PrintfPart.Literal literal) {
                block.addLiteral(literal.text());
            } else if (part instanceof Conversion conversion) {
                var name = contract.canonicalName(conversion.position());
                block.add(createSlot(name, conversion, contract, formats));
            }
        }
        return block.build(formats);
    }

    /**
     * Creates the instruction for a conversion.
     *
     * <p>A declared number is formatted as a number under {@code %s} too. Otherwise an app, which renders the derived pattern,
     * would print it differently.
     */
    private static Instruction createSlot(String name, Conversion conversion, ArgumentContract contract, LocaleFormatters formats) {
        boolean declaredNumber = contract.findArgument(name).map(Argument::type).filter(ArgumentType.NUMBER::equals).isPresent();
        if (declaredNumber && conversion.isPlainString()) {
            return new Instruction.Slot(name, formats.unstyledNumbers());
        }
        return PatternText.hasSkeleton(conversion)
                ? new Instruction.NumberSlot(name, formats.skeletonFormat(PatternText.toSkeleton(conversion)))
                : new PrintfSlot(name, conversion, formats.locale());
    }
}
