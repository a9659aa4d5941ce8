package org.itsmkit.approval;

import java.util.Objects;
import java.util.Optional;
import org.itsmkit.spi.Keys;

/**
 * Some people who decide together.
 *
 * @param name what votes name it by, and what people call it, such as {@code cab}; by {@link Keys#requireCode}
 * @param voters who is eligible
 * @param quorum how much approval is needed
 * @param veto who rejects it alone and at once, and must have spoken before it is approved. They may be eligible too; those who are not
 *     have a vote, but their approval counts for nothing
 * @param reviewAfterwards whether what it approves must be reviewed when it is done
 */
public record Authority(String name, Voters voters, Quorum quorum, Optional<Voters> veto, boolean reviewAfterwards)
        implements ApprovalRule {

    /** The role of those who answer for changes. */
    public static final String CHANGE_MANAGER = "change-manager";
    /** The role of the change advisory board. */
    public static final String CAB = "cab";
    /** The role of the few who can be called at night. */
    public static final String EMERGENCY_CAB = "emergency-cab";

    public Authority {
        Keys.requireCode(name, "name");
        Objects.requireNonNull(voters, "voters");
        Objects.requireNonNull(quorum, "quorum");
        Objects.requireNonNull(veto, "veto");
    }

    /** One without a veto, of whose decisions no review follows. */
    public static Authority of(String name, Voters voters, Quorum quorum) {
        return new Authority(name, voters, quorum, Optional.empty(), false);
    }

    /** Any of the team: {@code peer}. */
    public static Authority peer(Voters team) {
        return of("peer", team, Quorum.any());
    }

    /** Any who has the role {@value #CHANGE_MANAGER}. */
    public static Authority changeManager() {
        return of(CHANGE_MANAGER, Voters.holders(CHANGE_MANAGER), Quorum.any());
    }

    /** Those who have the role {@value #CAB}. */
    public static Authority cab(Quorum quorum) {
        return of(CAB, Voters.holders(CAB), quorum);
    }

    /** So many of those who have the role {@value #EMERGENCY_CAB}; a review follows. */
    public static Authority emergencyCab(int needed) {
        return of(EMERGENCY_CAB, Voters.holders(EMERGENCY_CAB), Quorum.count(needed))
                .withReviewAfterwards();
    }

    /** Returns this under another name. */
    public Authority withName(String newName) {
        return new Authority(newName, voters, quorum, veto, reviewAfterwards);
    }

    /** Returns this with other voters. */
    public Authority withVoters(Voters newVoters) {
        return new Authority(name, newVoters, quorum, veto, reviewAfterwards);
    }

    /** Returns this, which these may veto. */
    public Authority withVeto(Voters holders) {
        return new Authority(name, voters, quorum, Optional.of(holders), reviewAfterwards);
    }

    /** Returns this, of whose approval a review follows. */
    public Authority withReviewAfterwards() {
        return new Authority(name, voters, quorum, veto, true);
    }
}
