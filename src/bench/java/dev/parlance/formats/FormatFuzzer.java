package dev.parlance.formats;

import dev.parlance.formats.dialect.DialectDetector;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads mutated files in each format for a given time, with conversions of their texts from all dialects, and reports what no reader may
 * do.
 *
 * <p>Reported are exceptions other than {@link FileFormatException}, recognition outside of 0 to 1, times that are too long for the size,
 * and texts or keys that no database can store. Files are kept in the folder of the second argument.
 */
public final class FormatFuzzer {
    private static final int MAX_SIZE = 64 * 1024;
    private static final long BASE_NANOS = 300_000_000;
    private static final long NANOS_PER_BYTE = 20_000;
    private static final int KEPT = 200;
    /** The entries of each file whose texts are converted. */
    private static final int CONVERTED = 5;
    private static final LocaleTag ENGLISH = new LocaleTag("en");
    /** Other programs on the machine do not count. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> TOKENS = List.of("\0", "\uD800", "\uFEFF", "\u0004", "\u2028", "\r", "\n\n", "\\u", "\\", "\"", "'",
            "{", "}", "{{",
            "}}", "[", "]", "%", "%1$s", "$", "#", "|", ",", "\t", "&", "*a", "&a ", "<", ">", "</", "<!--", "<![CDATA[", "&x;", "&#0;",
            "&#xD800;", "<!DOCTYPE a [<!ENTITY x \"y\">]>",
            "rowspan=99999", "colspan=9999999999", "0x", "1e999999999", "-0", "99999999999999999999", "2020-99-99", "nan", "\\ud800",
            "\\u0000", "nplurals=0", "n/0", "n%0",
            "_one", "_other", ".", "..", "msgstr[999]", "encoding=\"UTF-7\"", "charset=ISO-2022-CN", "charset=x-JISAutoDetect",
            "xml:space=\"preserve\"", "de-x-a", "@", "@@locale", "~", "- ", "? ",
            ": ", "! ", "!!int ", "| ", "|---|", "---\n", "\n...\n", "> ", "    ", "```\n", "E100", "404");

    private final Random random;
    private final Path folder;
    private final TreeMap<String, Integer> found = new TreeMap<>();

    private FormatFuzzer(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    /** @param arguments seconds for each format, the folder of the findings, and optionally the names of the formats */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        var names = List.of(arguments).subList(2, arguments.length);
        long seed = System.nanoTime();
        boolean clean = true;
        for (var file : FormatSeed.all()) {
            if (names.isEmpty() || names.contains(file.format().name())) {
                var fuzzer = new FormatFuzzer(seed, folder);
                int runs = fuzzer.run(file, Long.parseLong(arguments[0]) * 1_000_000_000);
                System.out.println(file.format().name() + ": " + runs + " files, " + (fuzzer.found.isEmpty() ? "nothing found"
                        : fuzzer.found));
                clean &= fuzzer.found.isEmpty();
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private int run(FormatSeed seed, long nanos) throws IOException {
        var kept = new ArrayList<>(List.of(seed.bytes()));
        // The first file of a format also loads classes and the names of languages.
        seed.format().read(new SourceFile(seed.path(), seed.bytes()));
        int entries = 0;
        int runs = 0;
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; runs++) {
            var bytes = mutate(kept.get(random.nextInt(kept.size())), kept);
            var content = read(seed.format(), new SourceFile(seed.path(), bytes));
            // A file that gives more messages than those before it opens another part of the reader.
            if (content > entries || content > 0 && random.nextInt(50) == 0) {
                entries = Math.max(entries, content);
                if (kept.size() < KEPT) {
                    kept.add(bytes);
                } else {
                    kept.set(1 + random.nextInt(KEPT - 1), bytes);
                }
            }
        }
        return runs;
    }

    private int read(ImportFormat format, SourceFile file) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        int entries = 0;
        try {
            double share = format.recognise(file);
            if (!(share >= 0 && share <= 1)) {
                report(format, file, "recognised as " + share);
            }
            var content = format.read(file);
            entries = content.entries().size();
            check(format, file, content);
            convert(content);
        } catch (FileFormatException expected) {
            if (!expected.file().equals(file.path())) {
                report(format, file, "wrong file in a fault");
            }
        } catch (RuntimeException | StackOverflowError e) {
            var at = Arrays.stream(e.getStackTrace()).filter(it -> it.getClassName().startsWith("dev.parlance")).findFirst();
            report(format, file, e.getClass().getSimpleName() + " at " + at.map(StackTraceElement::toString).orElse("?"));
        }
        if (THREADS.getCurrentThreadCpuTime() - start > BASE_NANOS + NANOS_PER_BYTE * file.bytes().length) {
            report(format, file, "slow");
        }
        return entries;
    }

    private void check(ImportFormat format, SourceFile file, FileContent content) throws IOException {
        for (var entry : content.entries()) {
            var strings = Stream.concat(Stream.of(entry.key(), entry.details().comment().orElse("")),
                    Stream.concat(entry.sourceText().stream(),
                    entry.texts().stream().map(FileText::text)).flatMap(FormatFuzzer::strings)).toList();
            if (entry.key().isEmpty() || entry.line() < 0 || !strings.stream().allMatch(FormatFuzzer::isStorable)) {
                report(format, file, "entry that cannot be stored");
            }
        }
        if (content.issues().stream().anyMatch(it -> it.line() < 0 || !isStorable(it.key()))) {
            report(format, file, "issue that cannot be stored");
        }
    }

    /** Converts some texts from each dialect, because a caller can choose any for any file. */
    private static void convert(FileContent content) {
        var texts = content.entries().stream().limit(CONVERTED).flatMap(it -> it.texts().stream()).map(FileText::text).toList();
        DialectDetector.detect(texts);
        for (var text : texts) {
            for (var dialect : MessageDialect.values()) {
                try {
                    DialectReader.read(dialect, text, ENGLISH);
                } catch (TextSyntaxException expected) {
                    // Most texts violate most dialects.
                }
            }
        }
    }

    private static Stream<String> strings(RawText text) {
        if (text instanceof RawText.Single single) {
            return Stream.of(single.text());
        } else if (text instanceof RawText.PluralForms plural) {
            return plural.forms().values().stream();
        }
        var parts = (RawText.Substitutions) text;
        return Stream.concat(Stream.of(parts.text()), parts.variables().values().stream().flatMap(FormatFuzzer::strings));
    }

    private static boolean isStorable(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return text.indexOf('\0') < 0;
        } catch (CharacterCodingException loneSurrogate) {
            return false;
        }
    }

    private byte[] mutate(byte[] original, List<byte[]> others) {
        var bytes = original;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = mutateOnce(bytes, others.get(random.nextInt(others.size())));
        }
        return bytes.length > MAX_SIZE ? Arrays.copyOf(bytes, MAX_SIZE) : bytes;
    }

    private byte[] mutateOnce(byte[] bytes, byte[] other) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + random.nextInt(40)));
        var token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(10)) {
            case 0 -> join(bytes, from, new byte[0], to);
            case 1 -> join(bytes, from, token, from);
            case 2 -> join(bytes, from, token, to);
            case 3 -> join(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
            case 4 -> join(bytes, from, repeat(Arrays.copyOfRange(bytes, from, to), 1 << random.nextInt(10)), to);
            case 5 -> join(bytes, from, repeat(token, 1 << random.nextInt(12)), from);
            case 6 -> join(bytes, from, Arrays.copyOfRange(other, Math.min(from, other.length), Math.max(from, other.length)), to);
            case 7 -> from < bytes.length ? join(bytes, from, new byte[] {(byte) random.nextInt()}, from + 1) : bytes;
            case 8 -> new String(bytes, StandardCharsets.UTF_8).getBytes(random.nextBoolean() ? StandardCharsets.UTF_16
                    : StandardCharsets.UTF_16LE);
            default -> random.nextInt(10) == 0 ? Arrays.copyOf(bytes, from) : join(bytes, from, bytes, from);
        };
    }

    private static byte[] join(byte[] bytes, int from, byte[] middle, int to) {
        if (from + middle.length + bytes.length - to > MAX_SIZE) {
            return bytes;
        }
        return ByteBuffer.allocate(from + middle.length + bytes.length - to).put(bytes, 0, from).put(middle)
                .put(bytes, to, bytes.length - to).array();
    }

    private static byte[] repeat(byte[] bytes, int times) {
        var all = ByteBuffer.allocate(Math.min(times, MAX_SIZE / Math.max(1, bytes.length)) * bytes.length);
        while (all.remaining() > 0) {
            all.put(bytes);
        }
        return all.array();
    }

    private void report(ImportFormat format, SourceFile file, String finding) throws IOException {
        if (found.merge(finding, 1, Integer::sum) == 1) {
            Files.write(folder.resolve(format.name() + "-" + found.size() + "." + file.extension()), file.bytes());
        }
    }
}
