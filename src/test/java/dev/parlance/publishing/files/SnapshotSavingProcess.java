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

/** A virtual machine that saves one release after the other, and says each number once it is saved, until it is killed or cannot. */
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

    /** @param before what the shell does before it becomes this process */
    static Process start(String before, Path folder, int firstRelease) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", before + " exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Quick to start; and no file of its own that a limit on the size of files would hit first.
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
