package dev.parlance.publishing.files;

import com.ibm.icu.util.ULocale;
import dev.parlance.publishing.release.PersistedCatalogFixtures;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM that saves one release after another until it is killed or fails.
 *
 * <p>It prints the number of each release after saving it.
 */
final class SnapshotSavingProcess {
    static final String CATALOG = "errors";
    static final int SIZE = 50_000;

    private SnapshotSavingProcess() {
    }

    public static void main(String[] arguments) {
        var files = new SnapshotFolder(Path.of(arguments[0]));
        for (int release = Integer.parseInt(arguments[1]);; release++) {
            files.save(PersistedCatalogFixtures.persistedCatalog(CATALOG, release, SIZE));
            System.out.println(release);
        }
    }

    /**
     * Starts the process.
     *
     * @param before shell commands to run before the shell execs the JVM
     */
    static Process start(String before, Path folder, int firstRelease) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", before + " exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starts quickly. UsePerfData is off because the file size limit would hit the JVM's own performance data file first.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", classPath()));
        command.addAll(List.of(SnapshotSavingProcess.class.getName(), folder.toString(), Integer.toString(firstRelease)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String classPath() {
        return String.join(File.pathSeparator,
                Stream.of(SnapshotSavingProcess.class, SnapshotFolder.class, ULocale.class).map(SnapshotSavingProcess::place).toList());
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
