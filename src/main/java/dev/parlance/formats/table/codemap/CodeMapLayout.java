package dev.parlance.formats.table.codemap;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.Table;
import dev.parlance.formats.table.TableLayout;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Objects by code, or arrays of objects with a code, in JSON, TOML or YAML. */
public final class CodeMapLayout implements TableLayout {
    public static final CodeMapLayout JSON = new CodeMapLayout("json-map", Set.of("json"), it -> CodeDocument.parse(it, CodeDocument.JSON));
    public static final CodeMapLayout TOML = new CodeMapLayout("toml-map", Set.of("toml"), it -> CodeDocument.parse(it, CodeDocument.TOML));
    public static final CodeMapLayout YAML = new CodeMapLayout("yaml-map", Set.of("yaml", "yml"), CodeDocument::parseYaml);
    private static final Pattern MESSAGE = Pattern.compile("[\"'\\s{,](?:message|msg|error|description|text|reason)[\"']?\\s{0,20}[:=]");
    /** A member name that is a code and has an object as its value. Member names of translation files are words rather than codes. */
    private static final Pattern CODE = Pattern.compile("\"-?(?:[A-Z][A-Z0-9_.-]*|[0-9]+)\"\\s{0,20}:\\s{0,20}\\{");
    private static final Pattern MESSAGE_OF_CODE = Pattern.compile("\"(?:message|msg|error|text)\"\\s{0,20}:");
    private static final int SAMPLE = 64 * 1024;
    private static final int MIN_ENTRIES = 2;

    private final String name;
    private final Set<String> extensions;
    private final Function<SourceFile, CodeNode> parser;

    private CodeMapLayout(String name, Set<String> extensions, Function<SourceFile, CodeNode> parser) {
        this.name = name;
        this.extensions = extensions;
        this.parser = parser;
    }

    @Override
    public String name() {
        return name;
    }

    /** Never returns certainty, because several translation formats also consist of objects with messages. */
    @Override
    public double recognise(SourceFile file) {
        try {
            if (!extensions.contains(file.extension())) {
                return 0;
            }
            var text = file.text();
            var start = text.substring(0, Math.min(SAMPLE, text.length()));
            long codes = CODE.matcher(start).results().count();
            if (codes >= MIN_ENTRIES && MESSAGE_OF_CODE.matcher(start).results().count() * 2 >= codes) {
                return 0.7;
            }
            return MESSAGE.matcher(start).results().limit(MIN_ENTRIES).count() == MIN_ENTRIES ? 0.6 : 0.2;
        } catch (FileFormatException notText) {
            return 0;
        }
    }

    @Override
    public List<Table> read(SourceFile file) {
        return List.of(CodeTable.of(file.path(), parser.apply(file)).orElseThrow(() ->
                new FileFormatException(file.path(), FileFault.NO_MESSAGES, 0, "no object or array has entries with a common member")));
    }
}
