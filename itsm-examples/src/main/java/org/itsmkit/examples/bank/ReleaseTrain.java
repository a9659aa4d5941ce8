package org.itsmkit.examples.bank;

import static org.itsmkit.change.ChangeLifecycle.AUTHORISED;
import static org.itsmkit.change.ChangeLifecycle.BEGIN;
import static org.itsmkit.change.ChangeLifecycle.CANCELLED;
import static org.itsmkit.change.ChangeLifecycle.DRAFT;
import static org.itsmkit.change.ChangeLifecycle.IMPLEMENT;
import static org.itsmkit.change.ChangeLifecycle.IMPLEMENTING;
import static org.itsmkit.change.ChangeLifecycle.REVISE;

import org.itsmkit.approval.Authority;
import org.itsmkit.approval.Quorum;
import org.itsmkit.approval.Voters;
import org.itsmkit.change.ChangeLifecycle;
import org.itsmkit.change.model.ApprovalStep;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.model.PlanKind;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.lifecycle.Lifecycle;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.lifecycle.ValueChainActivity;
import org.itsmkit.spi.PersonId;
import org.itsmkit.ticket.TicketAction;

/**
 * How releases go: a board approves them, then they get on a train, are staged with all else that is on it, and only then made. What does not
 * get through gets off, and waits for the next train.
 */
public final class ReleaseTrain {

    /** The name of the lifecycle. */
    public static final String NAME = "release-train";

    /** The custom field that says on which train it is. */
    public static final String TRAIN = "train";

    /** On a train, and not tried yet. */
    public static final Status ABOARD = Status.of("aboard", Phase.WAITING);
    /** Tried with all else that is on the train. */
    public static final Status STAGED = Status.of("staged", Phase.ACTIVE);

    /** Get on a train. */
    public static final Action BOARD = Action.of("board");
    /** Say that it was tried with all else. */
    public static final Action STAGE = Action.of("stage");
    /** Get off the train. */
    public static final Action GET_OFF = Action.of("get-off");

    /** Two of the board. */
    public static final Authority THE_BOARD =
            Authority.of("release-board", Voters.holders(Bank.RELEASE_BOARD), Quorum.count(2));

    // spotless:off
    private static final Lifecycle LIFECYCLE = ChangeLifecycle.of(ChangeType.NORMAL).edit()
            .status(ABOARD, ValueChainActivity.DESIGN_AND_TRANSITION)
            .status(STAGED, ValueChainActivity.OBTAIN_BUILD)

            // What was not staged is not made.
            .remove(AUTHORISED, BEGIN)
            .remove(AUTHORISED, IMPLEMENT)

            .move(AUTHORISED, BOARD,               ABOARD).requires(TRAIN)
            .move(ABOARD,     STAGE,               STAGED)
            .move(ABOARD,     GET_OFF,             AUTHORISED)
            .move(STAGED,     GET_OFF,             AUTHORISED)
            .move(STAGED,     BEGIN,               IMPLEMENTING)
            .move(ABOARD,     REVISE,              DRAFT)
            .move(STAGED,     REVISE,              DRAFT)
            .move(ABOARD,     TicketAction.CANCEL, CANCELLED)
            .move(STAGED,     TicketAction.CANCEL, CANCELLED)

            .during(TicketAction.ASSIGN,     ABOARD, STAGED)
            .during(TicketAction.COMMENT,    ABOARD, STAGED)
            .during(TicketAction.LINK,       ABOARD, STAGED)
            .during(TicketAction.SET_FIELDS, ABOARD, STAGED)
            .build();
    // spotless:on

    private ReleaseTrain() {}

    /** By which lifecycle releases go. */
    public static Lifecycle lifecycle() {
        return LIFECYCLE;
    }

    /** The change model of releases, to be proposed and approved once. */
    public static ChangeModelCommand.Propose model(PersonId owner) {
        return ChangeModelCommand.propose()
                .title("Releases by train")
                .description("Whatever is released together with other things")
                .owner(owner)
                .procedure(ChangeProcedure.builder()
                        .type(ChangeType.NORMAL)
                        .lifecycle(NAME)
                        .addApprovals(ApprovalStep.of(THE_BOARD))
                        .addRequiredPlans(PlanKind.IMPLEMENTATION, PlanKind.BACK_OUT)
                        .mustBeScheduled(true)
                        .build())
                .build();
    }
}
