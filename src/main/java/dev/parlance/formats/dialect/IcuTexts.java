package dev.parlance.formats.dialect;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternSyntax;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.HashSet;

/** Reads ICU texts, which are stored unchanged apart from argument names. */
final class IcuTexts {
    private IcuTexts() {
    }

    static ConvertedText read(String text) {
        var parts = parseSyntax(text);
        var written = new HashSet<String>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (isName(parts.getPart(i))) {
                written.add(parts.getSubstring(parts.getPart(i)));
            }
        }
        var names = ArgumentNames.of(written);
        return new ConvertedText(Syntax.ICU, names.isEmpty() ? text : rename(text, parts, names), names.renamed());
    }

    static ParsedPattern parse(String text) {
        parseSyntax(text);
        return ParsedPattern.of(new PatternText(text));
    }

    /** ICU recurses into nested arguments, so the nesting depth is checked first. */
    private static MessagePattern parseSyntax(String text) {
        if (PatternValidator.isNestedTooDeeply(text)) {
            throw new TextSyntaxException(Reason.INVALID_PATTERN, 0, "nested too deeply");
        }
        return PatternSyntax.parse(text);
    }

    private static String rename(String text, MessagePattern parts, ArgumentNames names) {
        var renamed = new StringBuilder();
        int read = 0;
        for (int i = 0; i < parts.countParts(); i++) {
            var part = parts.getPart(i);
            if (isName(part)) {
                renamed.append(text, read, part.getIndex()).append(names.nameOf(parts.getSubstring(part)));
                read = part.getLimit();
            }
        }
        return renamed.append(text.substring(read)).toString();
    }

    private static boolean isName(Part part) {
        return part.getType() == Part.Type.ARG_NAME;
    }
}
