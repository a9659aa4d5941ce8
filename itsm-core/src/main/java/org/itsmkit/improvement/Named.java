package org.itsmkit.improvement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.improvement.evidence.About;
import org.itsmkit.improvement.evidence.Vision;
import org.itsmkit.kernel.Intention;
import org.itsmkit.kernel.Needs;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordRef;

/** Who and what is named by what is wanted, and must be there therefore. */
final class Named {

    private Named() {}

    static Set<PersonId> people(Intention wanted) {
        if (wanted instanceof ImprovementCommand.Propose propose) {
            Set<PersonId> people = new HashSet<>(List.of(propose.owner()));
            propose.sponsor().ifPresent(people::add);
            return people;
        }
        if (wanted instanceof ImprovementCommand.HandOver handOver) {
            return Set.of(handOver.owner());
        }
        if (wanted instanceof ImprovementCommand.Relate relate) {
            return relate.sponsor().map(Set::of).orElse(Set.of());
        }
        if (wanted instanceof PlanCommand.AddStep add) {
            return Set.of(add.owner());
        }
        if (wanted instanceof PlanCommand.MoveStep move) {
            return Set.of(move.owner());
        }
        return wanted instanceof ControlCommand.SetControl set
                ? Set.of(set.control().reviewer())
                : Set.of();
    }

    /** No more sources than a command may name: one that names more is refused anyway. */
    static Set<RecordRef> records(Intention wanted) {
        if (wanted instanceof ImprovementCommand.Propose propose) {
            Set<RecordRef> records = new HashSet<>(few(propose.about().sources()));
            objective(propose.vision()).ifPresent(records::add);
            return records;
        }
        if (wanted instanceof ImprovementCommand.Relate relate) {
            return few(relate.about().sources());
        }
        return wanted instanceof EvidenceCommand.SetVision set
                ? set.vision().objective().map(Set::of).orElse(Set.of())
                : Set.of();
    }

    private static Set<RecordRef> few(Set<RecordRef> sources) {
        return sources.stream().sorted().limit(About.MOST).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<RecordRef> objective(Optional<Vision> vision) {
        return vision.flatMap(Vision::objective);
    }

    static Needs needs(Intention wanted) {
        Needs needs = people(wanted).stream().map(Needs::person).reduce(Needs.none(), Needs::and);
        return records(wanted).stream().map(Needs::record).reduce(needs, Needs::and);
    }
}
