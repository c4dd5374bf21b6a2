package dev.parlance.rest.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.imports.ImportOptions;
import dev.parlance.exchange.imports.ImportOptions.ReviewedTexts;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.table.ColumnMapping;
import dev.parlance.formats.table.TableField;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.exchange.ImportView.ColumnView;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextInput;
import dev.parlance.security.Permission;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Parses the parameters of imports. */
final class ImportParameters {
    private static final int MAX_COLUMNS = 500;
    private static final int MAX_NAME_LENGTH = 500;
    private static final Pattern UTF_8_NAME = Pattern.compile("filename\\*\\s*=\\s*UTF-8''([^;\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED_NAME = Pattern.compile("filename\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_NAME = Pattern.compile("filename\\s*=\\s*([^;\"\\s]+)", Pattern.CASE_INSENSITIVE);

    private ImportParameters() {
    }

    /** The unparsed query parameters. */
    record Raw(@Nullable String format, @Nullable String dialect, @Nullable String locale, @Nullable String sourceLocale,
            @Nullable String addLocales, @Nullable String overwrite, @Nullable String delete, @Nullable String skipRefused,
            @Nullable String mapping) {
    }

    static ImportOptions parse(Raw raw, CatalogName catalog, CurrentCaller caller) {
        var reviewed = choice("overwrite", raw.overwrite(), List.of(ReviewedTexts.OVERWRITE, ReviewedTexts.KEEP),
                it -> it == ReviewedTexts.OVERWRITE ? "reviewed" : "unreviewed").orElse(ReviewedTexts.CONFLICT);
        boolean deleteMissing = choice("delete", raw.delete(), List.of("missing"), it -> it).isPresent();
        var actor = caller.actor();
        return new ImportOptions(Optional.ofNullable(raw.format()),
                parseDialect(raw.dialect()),
                Optional.ofNullable(raw.locale()).map(LocaleTag::parse), Optional.ofNullable(raw.sourceLocale()).map(LocaleTag::parse),
                Parameters.parseBoolean("addLocales", raw.addLocales()), reviewed, deleteMissing,
                Parameters.parseBoolean("skipRefused", raw.skipRefused()),
                Optional.ofNullable(raw.mapping()).map(it -> parseMapping(it.getBytes(StandardCharsets.UTF_8))),
                it -> actor.hasPermission(Permission.IMPORT, catalog, it));
    }

    static Optional<MessageDialect> parseDialect(@Nullable String label) {
        return choice("dialect", label, List.of(MessageDialect.values()), MessageDialect::label);
    }

    private static <T> Optional<T> choice(String name, @Nullable String value, List<T> choices, Function<T, String> label) {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(choices.stream().filter(it -> label.apply(it).equals(value)).findFirst().orElseThrow(() ->
                Parameters.invalidParameter(name, value, choices.stream().map(label).collect(Collectors.joining(", ")))));
    }

    /** The JSON form of a mapping. */
    @Schema(name = "ImportMapping", requiredProperties = "columns")
    record MappingBody(@Nullable List<ColumnView> columns) {
    }

    static TableMapping parseMapping(byte[] json) {
        var columns = JsonBody.read(json, MappingBody.class, "").columns();
        if (columns == null) {
            throw ProblemType.INVALID_FIELD.with("/columns", "missing");
        } else if (columns.size() > MAX_COLUMNS) {
            throw ProblemType.TOO_MANY_ITEMS.with("/columns", MAX_COLUMNS);
        }
        var mappings = new ArrayList<ColumnMapping>();
        for (int i = 0; i < columns.size(); i++) {
            mappings.add(toColumn("/columns/" + i, columns.get(i)));
        }
        return new TableMapping(mappings);
    }

    private static ColumnMapping toColumn(String pointer, ColumnView it) {
        if (it.column() == null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/column", "missing");
        }
        var field = Arrays.stream(TableField.values()).filter(each -> each.label().equals(it.field())).findFirst();
        return new ColumnMapping(TextInput.requireAllowedCharacters(pointer + "/column", it.column()), field.orElseThrow(() -> ProblemType.INVALID_FIELD.with(pointer + "/field",
                it.field() == null ? "missing" : "value",
                Arrays.stream(TableField.values()).map(TableField::label).collect(Collectors.joining(", ")))),
                Optional.ofNullable(it.locale()).map(LocaleTag::parse), 1);
    }

    /**
     * Returns the path of the file: the parameter, or the name in {@code Content-Disposition} (RFC 6266), or else a default name.
     *
     * <p>The path is never used as a file system path.
     */
    static String fileName(@Nullable String parameter, @Nullable String contentDisposition, boolean zip) {
        var name = Optional.ofNullable(parameter).or(() -> Optional.ofNullable(contentDisposition).flatMap(ImportParameters::nameIn))
                .filter(it -> !it.isBlank()).orElse(zip ? "files.zip" : "file");
        return Parameters.parseText("file", name.replace('\\', '/'), MAX_NAME_LENGTH).orElseThrow();
    }

    private static Optional<String> nameIn(String header) {
        var utf8 = UTF_8_NAME.matcher(header);
        if (utf8.find()) {
            return Optional.of(decode(utf8.group(1)));
        }
        var quoted = QUOTED_NAME.matcher(header);
        if (quoted.find()) {
            return Optional.of(new String(quoted.group(1).replaceAll("\\\\(.)", "$1").getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8));
        }
        var plain = PLAIN_NAME.matcher(header);
        return plain.find() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Parameters.invalidParameter("Content-Disposition", encoded, "filename*=UTF-8''...");
        }
    }
}
