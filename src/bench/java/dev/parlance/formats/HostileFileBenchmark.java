package dev.parlance.formats;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/** Measures the processor time that hostile files take after warm-up. */
public final class HostileFileBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int RUNS = 7;
    private static final double GOAL_MILLIS = 100;

    private HostileFileBenchmark() {
    }

    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%-28s %-18s %8s %8s  %s%n", "kind", "format", "ms", "KB", "result");
        for (var hostile : HostileFiles.all()) {
            var millis = new double[RUNS];
            var result = "";
            for (int i = 0; i < RUNS; i++) {
                long start = THREADS.getCurrentThreadCpuTime();
                result = read(hostile);
                millis[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            double median = millis[RUNS / 2];
            System.out.printf(Locale.ROOT, "%-28s %-18s %8.1f %8d  %s%s%n", hostile.kind(), hostile.format().name(), median,
                    hostile.file().bytes().length / 1024, result, median > GOAL_MILLIS ? " MISSED" : "");
        }
    }

    private static String read(HostileFiles.Hostile hostile) {
        try {
            hostile.format().recognise(hostile.file());
            var content = hostile.format().read(hostile.file());
            return content.entries().size() + " messages";
        } catch (FileFormatException e) {
            return e.fault().label() + " in line " + e.line() + ": " + e.detail().substring(0, Math.min(60, e.detail().length()));
        } catch (RuntimeException | StackOverflowError e) {
            return "UNEXPECTED " + e;
        }
    }
}
