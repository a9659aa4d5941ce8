package org.itsmkit.examples;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Registry;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.store.ChainVerifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a whole database: that nobody touched the journals, and that every record is what its journal says. */
@Command(
        name = "verify",
        description = {
            "Checks the journals of a whole database: their hash chains, and that every record is the fold of its own.",
            "Exit code 0: all holds. 1: something does not, or the database cannot be read. 2: wrong usage."
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's
    private CommandSpec spec;

    @Option(names = "--database", required = true, paramLabel = "URL", description = "A JDBC URL of H2 or PostgreSQL.")
    private String database = "";

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() {
        try (Database open = options.open(database, 1, false, InstantSource.system())) {
            Registry registry = Kinds.registry();
            List<TenantId> tenants = open.operator().tenants();
            boolean chainsHold =
                    open.chains().map(chains -> chainsHold(chains, registry)).orElse(true);
            FoldLaw.Verdict folds = folds(open, registry, tenants);
            PrintWriter out = spec.commandLine().getOut();
            out.println("fold law:       " + folds.records() + " records of " + tenants.size() + " tenants, "
                    + folds.entries() + " entries: " + verdict(folds.holds()));
            out.flush();
            folds.breaks().forEach(broken -> tell(broken.tenant() + " " + broken.record() + ": " + broken.reason()));
            return chainsHold && folds.holds() ? 0 : 1;
        }
    }

    private boolean chainsHold(ChainVerifier chains, Registry registry) {
        try (Progress progress = Progress.of("Verifying chains", "entries", -1)) {
            ChainVerifier.Verdict verdict = chains.verifyChains(registry.kinds(), progress::to);
            spec.commandLine()
                    .getOut()
                    .println("journal chains: " + verdict.records() + " records, " + verdict.entries() + " entries: "
                            + verdict(verdict.holds()));
            verdict.breaks()
                    .forEach(broken -> tell(broken.tenant() + " " + broken.record() + " at entry " + broken.sequence()
                            + ": " + broken.reason()));
            return verdict.holds();
        }
    }

    private static FoldLaw.Verdict folds(Database open, Registry registry, List<TenantId> tenants) {
        FoldLaw.Verdict all = new FoldLaw.Verdict(0, 0, List.of());
        for (TenantId tenant : tenants) {
            for (Definition<?> definition : registry.all()) {
                try (Progress progress = Progress.of("Folding " + definition.name(), "records", -1)) {
                    all = all.and(FoldLaw.check(open.store(), tenant, definition.kind(), progress::to));
                }
            }
        }
        return all;
    }

    private static String verdict(boolean holds) {
        return holds ? "hold" : "BROKEN";
    }

    private void tell(String problem) {
        spec.commandLine().getErr().println(problem);
    }
}
