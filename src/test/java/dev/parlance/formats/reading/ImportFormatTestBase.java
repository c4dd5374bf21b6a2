package dev.parlance.formats.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Tests for every format reader, including malicious files. */
public abstract class ImportFormatTestBase {
    /** CPU time, which is independent of the load of the machine. Includes class loading for the first file of a run. */
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final List<String> PIECES = List.of("\"", "'", "\\", "\n", "\r", "\0", "<", ">", "&", "&x;", "&#0;", "]]>", "<![CDATA[",
            "<!--", "-->", "</", "/>", "{", "}", "[", "]", ":", ",", ";", "=", "#", "#~ ", "//", "/*", "*/", "\\u", "\\U12", "\\x", "\\9",
            "\uFEFF", "\uD800", "é", "😀", "%", "%#@x@", "msgid ", "msgstr[9]", "nplurals=", "null", "true", "1e999", " ", "\t");

    private final ImportFormat format;
    private final String path;

    protected ImportFormatTestBase(ImportFormat format, String path) {
        this.format = format;
        this.path = path;
    }

    /** Returns a file with every feature of the format. */
    protected abstract String sample();

    /** Returns a file with a number of short messages. */
    protected abstract String fileOf(int messages);

    protected final FileContent read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    protected final FileContent read(byte[] bytes) {
        return format.read(new SourceFile(path, bytes));
    }

    protected final double recognise(String text) {
        return format.recognise(new SourceFile("other.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the only text of each entry by key. */
    protected final Map<String, RawText> texts(String text) {
        return texts(read(text));
    }

    protected static Map<String, RawText> texts(FileContent content) {
        var texts = new LinkedHashMap<String, RawText>();
        content.entries().stream().filter(it -> !it.texts().isEmpty()).forEach(it -> texts.put(it.key(), it.texts().get(0).text()));
        return texts;
    }

    protected static List<String> issues(FileContent content) {
        return content.issues().stream().map(it -> it.reason() + " " + it.line() + " " + it.key()).toList();
    }

    /** Returns entries without their lines, which change when a file is rewritten. */
    protected static List<FileEntry> withoutLines(List<FileEntry> entries) {
        return entries.stream().map(it -> new FileEntry(it.key(), 0, it.texts(), it.details(), it.sourceText())).toList();
    }

    protected final void assertFault(String text, FileFault fault, int line) {
        assertFault(text.getBytes(StandardCharsets.UTF_8), fault, line);
    }

    protected final void assertFault(byte[] bytes, FileFault fault, int line) {
        long start = cpuTime();
        var thrown = catchThrowableOfType(FileFormatException.class, () -> read(bytes));
        assertThat(thrown).isNotNull().matches(it -> it.fault() == fault && it.line() == line && it.file().equals(path),
                fault + " in line " + line);
        assertThat(Duration.ofNanos(cpuTime() - start)).isLessThan(LONGEST);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void recognisesItsFormat() {
        assertThat(format.recognise(new SourceFile(path, sample().getBytes(StandardCharsets.UTF_8)))).isGreaterThan(0.8);
        assertThat(recognise(sample())).isGreaterThan(0.8);
    }

    @Test
    void recognisesNoOtherText() {
        for (var other : List.of("", "plain text", "<html><body>x</body></html>", "{\"a\": {\"b\": \"c\"}}", "a=b\nc=d\n", "a,b\nc,d\n",
                "a: b\n")) {
            assertThat(recognise(other)).isLessThan(0.5);
        }
    }

    @Test
    void recognisesNothingInRepeatedCharacters() {
        for (var piece : List.of("\"", "\\\"", "\"a\\", "<", "<a", "<!--", "= \"", "msgid \"", "\n", " ", "[", "a")) {
            assertThat(recognise(piece.repeat(20_000))).isLessThan(0.5);
        }
    }

    @Test
    void rejectsTooManyMessages() {
        var bytes = fileOf(200_000).getBytes(StandardCharsets.UTF_8);
        var thrown = catchThrowableOfType(FileFormatException.class, () -> read(bytes));
        assertThat(thrown.fault()).isEqualTo(FileFault.TOO_MANY_MESSAGES);
    }

    @Test
    void readsLargestFile() {
        long start = cpuTime();
        assertThat(read(fileOf(100_000)).entries()).hasSize(100_000);
        assertThat(Duration.ofNanos(cpuTime() - start)).isLessThan(LONGEST);
    }

    @Test
    void readsEveryPrefixOrRejectsIt() {
        var bytes = sample().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            readOrReject(Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void rejectsEveryZeroCharacterOrIgnoresIt() {
        for (int at = 0; at <= sample().length(); at++) {
            var text = new StringBuilder(sample()).insert(at, '\0').toString();
            var content = readOrReject(text.getBytes(StandardCharsets.UTF_8));
            assertThat(content.entries().toString()).doesNotContain("\0");
        }
    }

    @Test
    void rejectsInvalidBytes() {
        var bytes = (sample() + "é").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(bytes)).isInstanceOfSatisfying(FileFormatException.class,
                it -> assertThat(it.fault()).isEqualTo(FileFault.ENCODING));
    }

    @Property(tries = 1000)
    void readsAnyBytesOrRejectsThem(@ForAll byte[] bytes) {
        readOrReject(bytes);
    }

    @Property(tries = 3000)
    void readsAnyDamagedFileOrRejectsIt(@ForAll long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(sample());
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(1 + (random.nextBoolean() ? 2 : 30)));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        readOrReject(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a file. Any exception except the expected one fails the test. */
    private FileContent readOrReject(byte[] bytes) {
        var file = new SourceFile(path, bytes);
        assertThat(format.recognise(file)).isBetween(0.0, 1.0);
        try {
            return format.read(file);
        } catch (FileFormatException e) {
            assertThat(e.detail()).isNotBlank();
            return new FileContent(Optional.empty(), Optional.empty(), new ArrayList<>(), List.of());
        }
    }
}
