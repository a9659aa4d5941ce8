package org.itsmkit.examples;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that shows how far something has come, where somebody sits at a terminal; nothing elsewhere. For one thread. */
public final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;
    private long done;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Begins to show.
     *
     * @param most how far it goes; -1 if nobody knows
     */
    public static Progress of(String task, String unit, long most) {
        if (System.console() == null) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" " + unit, 1)
                .setInitialMax(most)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
                .clearDisplayOnFinish()
                .showSpeed()
                .build());
    }

    /** It has come that far. */
    public void to(long newDone) {
        done = newDone;
        if (bar != null) {
            bar.stepTo(newDone);
        }
    }

    /** It has come one further. */
    public void step() {
        to(done + 1);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
