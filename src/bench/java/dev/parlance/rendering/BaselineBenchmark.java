package dev.parlance.rendering;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** The scaling of the machine itself to a second thread, without and with the allocation of one text. */
public class BaselineBenchmark extends BenchmarkSettings {
    private static final long TOKENS = 25;
    private static final int BYTES = 200;

    @Benchmark
    public void compute() {
        Blackhole.consumeCPU(TOKENS);
    }

    @Benchmark
    @Threads(2)
    public void computeOnTwoThreads() {
        Blackhole.consumeCPU(TOKENS);
    }

    @Benchmark
    public byte[] allocating() {
        return new byte[BYTES];
    }

    @Benchmark
    @Threads(2)
    public byte[] allocatingByTwo() {
        return new byte[BYTES];
    }
}
