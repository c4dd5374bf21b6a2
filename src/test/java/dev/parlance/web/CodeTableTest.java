package dev.parlance.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.parlance.publishing.memory.HostileSnapshots;
import dev.parlance.publishing.memory.LargeSnapshots;
import org.junit.jupiter.api.Test;

class CodeTableTest {

    @Test
    void keepsTextsExactlyAndGuardsFormulas() {
        var messages = HostileSnapshots.create().locale(HostileSnapshots.SOURCE).messages();
        var table = CodeTable.of(messages);
        var rows = CsvReader.builder().ofCsvRecord(table.csv()).stream().toList();
        assertThat(table.csv()).startsWith("key,code,status,grpcStatus,reason,message,description,locale,syntax,tags\r\n");
        assertThat(rows.get(1).getFields()).startsWith("hostile.md", messages.get(0).code(), "400").contains(messages.get(0).text());
        assertThat(rows.get(2).getField(5)).isEqualTo("'=1+1,\"x\"\r\n");
        assertThat(table.last()).isEmpty();
    }

    @Test
    void keepsEveryRowOfTablesThatAreCut() {
        var messages = LargeSnapshots.replacing(HostileSnapshots.create(), 25_000).locale(HostileSnapshots.SOURCE).messages();
        int sent = 0;
        int tables = 0;
        while (sent < messages.size()) {
            var table = CodeTable.of(messages.subList(sent, messages.size()));
            sent += CsvReader.builder().ofCsvRecord(table.csv()).stream().toList().size() - 1;
            tables++;
            assertThat(table.last()).isEqualTo(sent == messages.size() ? "" : messages.get(sent - 1).key());
        }
        assertThat(sent).isEqualTo(25_000);
        assertThat(tables).isGreaterThan(1);
    }
}
