package dev.parlance.storage.imports;

import dev.parlance.formats.table.ColumnMapping;
import dev.parlance.formats.table.TableField;
import dev.parlance.formats.table.TableMapping;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON form of one column of a mapping. */
record StoredColumn(String column, TableField field, @Nullable String locale, double confidence) {

    static List<StoredColumn> of(TableMapping mapping) {
        return mapping.columns().stream().map(it -> new StoredColumn(it.column(), it.field(),
                it.locale().map(LocaleTag::value).orElse(null), it.confidence())).toList();
    }

    static TableMapping toMapping(List<StoredColumn> columns) {
        return new TableMapping(columns.stream().map(it -> new ColumnMapping(it.column(), it.field(),
                Optional.ofNullable(it.locale()).map(LocaleTag::new), it.confidence())).toList());
    }
}
