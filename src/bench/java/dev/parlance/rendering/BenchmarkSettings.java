package dev.parlance.rendering;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The JMH settings that all rendering benchmarks share.
 *
 * <p>There are many short iterations, because on a shared machine the median of a few can be that of a disturbed one. Compilation
 * runs in the foreground ({@code -Xbatch}), so that it completes before the warm-up ends.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-Xbatch", "-Duser.timezone=UTC"})
public abstract class BenchmarkSettings {
}
