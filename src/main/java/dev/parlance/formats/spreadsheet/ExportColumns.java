package dev.parlance.formats.spreadsheet;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.MessageEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The columns of exported tables. Texts are ICU patterns with named arguments. */
final class ExportColumns {
    private static final String STATUS = "status";
    private static final String GRPC_STATUS = "grpcStatus";
    private static final List<String> BUNDLE = List.of("key", "code", "reason", STATUS, "source", "text", "description");
    private static final List<String> CATALOG = List.of("key", "code", "reason", STATUS, "tags", "arguments");

    private ExportColumns() {
    }

    /** Returns whether the headings are those of an export, so that the dialect and the escapes of the cells are known. */
    static boolean isExport(List<String> columns) {
        var heading = new ArrayList<>(columns);
        int position = heading.indexOf(STATUS) + 1;
        if (position > 0 && position < heading.size() && heading.get(position).equals(GRPC_STATUS)) {
            heading.remove(position);
        }
        return heading.equals(BUNDLE) || heading.size() > CATALOG.size() && heading.subList(0, CATALOG.size()).equals(CATALOG)
                && heading.subList(CATALOG.size(), heading.size()).stream().allMatch(it -> it.matches("(text|description) \\(.+\\)"));
    }

    /** Writes a bundle, headings first. */
    static void write(BundleContent content, Consumer<List<String>> rows) {
        boolean hasGrpcStatus = hasGrpcStatus(content.entries());
        rows.accept(withGrpcStatus(BUNDLE, hasGrpcStatus, GRPC_STATUS));
        for (var entry : content.entries()) {
            var message = entry.details().message();
            rows.accept(withGrpcStatus(List.of(entry.fileKey(), message.map(MessageEntry::code).orElse(""),
                    message.map(MessageEntry::reason).orElse(""), message.map(ExportColumns::status).orElse(""),
                    entry.details().source().orElse(""), entry.pattern(), entry.details().description().orElse("")), hasGrpcStatus,
                    message.flatMap(MessageEntry::grpcStatus).orElse("")));
        }
    }

    private static boolean hasGrpcStatus(Iterable<BundleContent.Entry> entries) {
        for (var entry : entries) {
            if (entry.details().message().flatMap(MessageEntry::grpcStatus).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Inserts the gRPC status after the HTTP status. The column is present only if a message has one. */
    private static List<String> withGrpcStatus(List<String> row, boolean hasGrpcStatus, String grpcStatus) {
        var cells = new ArrayList<>(row);
        if (hasGrpcStatus) {
            cells.add(BUNDLE.indexOf(STATUS) + 1, grpcStatus);
        }
        return cells;
    }

    /** Writes all locales of a catalog, headings first, with the messages in catalog order. */
    static void write(CatalogExport export, Consumer<List<String>> rows) {
        boolean hasGrpcStatus = export.content().messages().stream().anyMatch(it -> it.grpcStatus().isPresent());
        var heading = withGrpcStatus(CATALOG, hasGrpcStatus, GRPC_STATUS);
        var locales = new LinkedHashMap<LocaleTag, Map<String, BundleContent.Entry>>();
        export.bundles().forEach((locale, bundle) -> {
            heading.add("text (" + locale + ")");
            heading.add("description (" + locale + ")");
            var entries = new HashMap<String, BundleContent.Entry>();
            bundle.entries().forEach(it -> entries.put(it.key(), it));
            locales.put(locale, entries);
        });
        rows.accept(heading);
        for (var message : export.content().messages()) {
            var entries = locales.values().stream().map(it -> Optional.ofNullable(it.get(message.key()))).toList();
            var key = entries.stream().flatMap(Optional::stream).findFirst().map(BundleContent.Entry::fileKey).orElse(message.key());
            var cells = withGrpcStatus(List.of(key, message.code(), message.reason(), status(message), String.join(" ", message.tags()),
                    message.contract().arguments().stream().map(ExportColumns::argument).collect(Collectors.joining(" "))), hasGrpcStatus,
                    message.grpcStatus().orElse(""));
            for (var entry : entries) {
                cells.add(entry.map(BundleContent.Entry::pattern).orElse(""));
                cells.add(entry.flatMap(it -> it.details().description()).orElse(""));
            }
            rows.accept(cells);
        }
    }

    private static String status(MessageEntry message) {
        return message.httpStatus() == 0 ? "" : Integer.toString(message.httpStatus());
    }

    private static String argument(Argument argument) {
        return argument.name() + ":" + argument.type().label();
    }
}
