package org.itsmkit.examples.bank;

import java.util.List;
import org.itsmkit.Itsm;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.people.Directories;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.people.Directory;
import org.itsmkit.spi.record.FieldType;

/** The kit as the bank has it, and who works there. */
public final class Bank {

    /** Who makes what the bank runs on, and approves what others of them make. */
    public static final GroupId ENGINEERING = GroupId.of("engineering");

    /** Says no to what is too risky. */
    public static final String RISK_OFFICER = "risk-officer";
    /** Says what goes on a release train. */
    public static final String RELEASE_BOARD = "release-board";
    /** Is called at night. */
    public static final String DUTY_MANAGER = "duty-manager";

    private Bank() {}

    /** The kit with all that the bank has otherwise; a store and an authorizer are still to be said. */
    public static Itsm.Builder kit() {
        return Itsm.builder()
                .directory(directory())
                .changePractice(BankPractice.standard())
                .changes(changes -> changes.policy(BankPolicy::of)
                        .variant(ReleaseTrain.NAME, ReleaseTrain.lifecycle())
                        .inputs(ReleaseTrain.BOARD, ReleaseTrain.TRAIN))
                .reaction(new ProblemOfBackedOutChange())
                .defaults(Tailoring.builder()
                        .putFields("change", List.of(FieldDefinition.of(ReleaseTrain.TRAIN, FieldType.TEXT)))
                        .build());
    }

    /** Four engineers, of whom two sit on the release board; Rosa sees to risk, Dirk is on duty. */
    private static Directory directory() {
        PersonId ada = PersonId.of("ada");
        PersonId bela = PersonId.of("bela");
        PersonId cleo = PersonId.of("cleo");
        PersonId emma = PersonId.of("emma");
        return Directories.fixed()
                .person(ada)
                .person(bela)
                .person(cleo, RELEASE_BOARD)
                .person(emma, RELEASE_BOARD)
                .person(PersonId.of("rosa"), RISK_OFFICER)
                .person(PersonId.of("dirk"), DUTY_MANAGER)
                .group(ENGINEERING, ada, bela, cleo, emma)
                .build();
    }
}
