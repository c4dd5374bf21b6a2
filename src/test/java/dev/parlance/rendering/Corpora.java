package dev.parlance.rendering;

import dev.parlance.locales.LocaleTag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipInputStream;

/** Texts of other projects: bundles in jars on the test class path, and Debian's gettext catalogs. */
public final class Corpora {
    /** This corpus does not come from Maven: it is present on some machines only, in varying versions. */
    static final String INSTALLED = "postgresql-15";

    private static final Pattern LOCALE = Pattern.compile(".*?_([a-z]{2,3}(?:_[A-Za-z]{2,4})?)\\.prop(?:erties)?");

    /** @param key the file and the entry */
    public record Text(String key, LocaleTag locale, String text) {
    }

    public record Corpus(String name, Dialect dialect, List<Text> texts) {
        /** Returns a checksum that identifies the version of the corpus. */
        public String content() {
            var content = new CRC32();
            texts.forEach(it -> content.update((it.locale() + " " + it.text() + "\0").getBytes(StandardCharsets.UTF_8)));
            return String.format("%08x", content.getValue());
        }
    }

    public enum Dialect { JAVA, PRINTF }

    private Corpora() {
    }

    static List<Corpus> present() throws IOException {
        return Stream.of(
                h2(),
                derby(),
                keycloak(),
                hibernateValidator(),
                springSecurity(),
                new Corpus(INSTALLED, Dialect.PRINTF, postgresql())).filter(it -> !it.texts().isEmpty()).toList();
    }

    /** Returns the error messages of H2. */
    public static Corpus h2() throws IOException {
        return bundles("h2", "h2-", ".*/_messages_.*\\.prop");
    }

    /** Returns the error messages of Derby. */
    public static Corpus derby() throws IOException {
        return bundles("derby", "derbyLocale_", ".*/loc/.*\\.properties");
    }

    /** Returns the messages of Hibernate Validator, whose arguments are names of annotation members. */
    public static Corpus hibernateValidator() throws IOException {
        return bundles("hibernate-validator", "hibernate-validator-", ".*/ValidationMessages.*\\.properties");
    }

    /** Returns the messages of Spring Security. */
    public static Corpus springSecurity() throws IOException {
        return bundles("spring-security", "spring-security-core-", ".*/messages.*\\.properties");
    }

    /** Returns the texts of Keycloak's themes in all their languages. */
    public static Corpus keycloak() throws IOException {
        return bundles("keycloak", "keycloak-themes-", "theme/.*/messages/messages_.*\\.properties");
    }

    /** Returns the messages of Checkstyle in all their languages. */
    public static Corpus checkstyle() throws IOException {
        return bundles("checkstyle", "checkstyle-", ".*/messages(_.*)?\\.properties");
    }

    /** @param jar prefix of the file names of the jars */
    private static Corpus bundles(String name, String jar, String bundle) throws IOException {
        var texts = new ArrayList<Text>();
        for (var file : jars(jar).entrySet()) {
            try (var in = new ByteArrayInputStream(file.getValue())) {
                unpack(in, Pattern.compile(bundle).asMatchPredicate(), texts);
            }
        }
        return new Corpus(name, Dialect.JAVA, texts);
    }

    /** Returns each distinct form of all messages and translations. Empty if no catalogs are installed. */
    private static List<Text> postgresql() throws IOException {
        var texts = new LinkedHashMap<String, Text>();
        var root = Path.of("/usr/share/locale");
        if (Files.isDirectory(root)) {
            try (var files = Files.find(root, 3, (path, it) -> path.toString().matches(".*/LC_MESSAGES/[^/]+-15\\.mo"))) {
                for (var file : files.sorted().toList()) {
                    catalog(file).forEach(it -> texts.putIfAbsent(it.text(), it));
                }
            }
        }
        return List.copyOf(texts.values());
    }

    private static TreeMap<String, byte[]> jars(String name) throws IOException {
        var jars = new TreeMap<String, byte[]>();
        for (var manifest : Collections.list(Corpora.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            if (manifest.openConnection() instanceof JarURLConnection inJar && fileName(inJar.getJarFileURL()).startsWith(name)) {
                try (var in = inJar.getJarFileURL().openStream()) {
                    jars.put(fileName(inJar.getJarFileURL()), in.readAllBytes());
                }
            }
        }
        return jars;
    }

    private static String fileName(URL jar) {
        return jar.getPath().substring(jar.getPath().lastIndexOf('/') + 1);
    }

    /** Unpacks nested archives too: H2 stores its bundles in a zip file within the jar. */
    private static void unpack(InputStream archive, Predicate<String> bundle, List<Text> texts) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var zip = new ZipInputStream(archive);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith("/data.zip")) {
                unpack(new ByteArrayInputStream(zip.readAllBytes()), bundle, texts);
            } else if (bundle.test(entry.getName())) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        for (var file : files.entrySet()) {
            texts.addAll(bundle(file.getKey(), decoded(file.getValue())));
        }
    }

    private static List<Text> bundle(String file, String content) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(content));
        var matcher = LOCALE.matcher(file.substring(file.lastIndexOf('/') + 1));
        var locale = LocaleTag.parse(matcher.matches() ? matcher.group(1) : "en");
        return properties.stringPropertyNames().stream().sorted()
                .map(key -> new Text(file + " " + key, locale, properties.getProperty(key))).toList();
    }

    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Reads a GNU gettext MO file.
     *
     * <p>The header has a magic number, a revision, the number of messages, and the offsets of the tables of originals and
     * translations.
     */
    private static List<Text> catalog(Path file) throws IOException {
        var mo = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (mo.getInt(0) != 0x950412de) {
            mo.order(ByteOrder.BIG_ENDIAN);
        }
        var locale = LocaleTag.parse(file.getName(file.getNameCount() - 3).toString().replaceFirst("@.*", ""));
        var texts = new ArrayList<Text>();
        for (int i = 0; i < mo.getInt(8); i++) {
            var original = string(mo, mo.getInt(12) + 8 * i);
            if (!original.isEmpty()) {
                var forms = original.substring(original.indexOf('\4') + 1) + '\0' + string(mo, mo.getInt(16) + 8 * i);
                for (var form : forms.split("\0")) {
                    texts.add(new Text(file + " " + i, locale, form));
                }
            }
        }
        return texts;
    }

    private static String string(ByteBuffer mo, int at) {
        var bytes = new byte[mo.getInt(at)];
        mo.get(mo.getInt(at + 4), bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
