package org.itsmkit.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** Shows that JMH's processor runs; delete it when the first real benchmark arrives. */
public class Placeholder {

    /** Measures nothing. */
    @Benchmark
    public void nothing() {}
}
