package org.itsmkit.change;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.ticket.TicketDraft;

/**
 * What is planned of a change, each in words and each empty if nobody has said; at most {@link TicketDraft#TEXT_LENGTH} code points each.
 *
 * @param implementation how it is made
 * @param backOut how it is undone if it goes wrong
 * @param test how one sees that it went well
 * @param communication who is told, and when
 */
@KitStyle
@Value.Builder
public record Plans(String implementation, String backOut, String test, String communication) implements WithPlans {

    public Plans {
        Objects.requireNonNull(implementation, "implementation");
        Objects.requireNonNull(backOut, "backOut");
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(communication, "communication");
    }

    /** How it is made, and nothing else. */
    public static Plans of(String implementation) {
        return builder().implementation(implementation).build();
    }

    /** Says what is planned; what is not set is empty. */
    public static Builder builder() {
        return new Builder();
    }

    /** The plan of that kind; empty if nobody has said. */
    public String of(PlanKind kind) {
        return switch (kind) {
            case IMPLEMENTATION -> implementation;
            case BACK_OUT -> backOut;
            case TEST -> test;
            case COMMUNICATION -> communication;
        };
    }

    /** Which of {@code wanted} say nothing, in the order of their kind. */
    Set<PlanKind> missing(Set<PlanKind> wanted) {
        Set<PlanKind> missing = EnumSet.noneOf(PlanKind.class);
        wanted.stream().filter(kind -> !Inputs.saysSomething(of(kind))).forEach(missing::add);
        return missing;
    }

    Inputs check(Inputs inputs) {
        return inputs.optionalText("implementation", implementation, TicketDraft.TEXT_LENGTH)
                .optionalText("backOut", backOut, TicketDraft.TEXT_LENGTH)
                .optionalText("test", test, TicketDraft.TEXT_LENGTH)
                .optionalText("communication", communication, TicketDraft.TEXT_LENGTH);
    }

    /** Builds plans. */
    public static final class Builder extends PlansBuilder {
        Builder() {
            implementation("").backOut("").test("").communication("");
        }
    }
}
