package org.itsmkit.governance.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Needs;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;

/** What policies are to the engine and to stores. */
public final class GovernancePolicies {

    /** The name of the kind. */
    public static final String NAME = "governance-policy";

    private static final int PAGE = 100;

    /** How policies are stored and found; what they are found by stands in {@link GovernancePolicyKind}. */
    public static final GovernancePolicyKind KIND = new GovernancePolicyKind();

    /** Policies as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<GovernancePolicy> DEFINITION = Definition.of(
                    KIND, GovernancePolicyLifecycle.standard(), GovernancePolicy::status)
            .policy(none -> GovernancePolicyRules.standard())
            .numbers("POL", 7)
            .inputs(GovernancePolicyLifecycle.REVISE, "controls")
            .inputs(GovernancePolicyLifecycle.DESCRIBE, "title", "statement")
            .inputs(GovernancePolicyLifecycle.HAND_OVER, "owner")
            .inputs(GovernancePolicyLifecycle.REJECT, "reason")
            .inputs(GovernancePolicyLifecycle.END_REVIEW, "finding")
            .inputs(GovernancePolicyLifecycle.SET_REVIEW_DATE, "on")
            .inputs(GovernancePolicyLifecycle.NOTE_REVIEW_DUE, "on")
            .inputs(GovernancePolicyLifecycle.GRANT_WAIVER, "waived", "from", "until", "reason")
            .inputs(GovernancePolicyLifecycle.REVOKE_WAIVER, "waiver", "reason")
            .inputs(GovernancePolicyLifecycle.SUSPEND, "reason")
            .inputs(GovernancePolicyLifecycle.REINSTATE, "reason")
            .inputs(GovernancePolicyLifecycle.RETIRE, "reason")
            .inputs(GovernancePolicyLifecycle.WITHDRAW, "reason")
            .ownCommands(GovernancePolicyLifecycle.standard().actions())
            .announces(GovernancePolicies::announce)
            .timers(new GovernancePolicyTimers());

    private static final Condition EVER_ENACTED = Condition.not(Condition.isEmpty(GovernancePolicyKind.VERSION.key()));

    private static final Condition IN_FORCE = Condition.and(EVER_ENACTED, GovernancePolicyKind.PHASE.is(Phase.ACTIVE));

    private GovernancePolicies() {}

    /** Makes what is in force with {@code tenant} ready for decisions. */
    public static PolicyBook book(RecordStore store, TenantId tenant) {
        List<GovernancePolicy> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Query query = Query.where(IN_FORCE).limit(PAGE);
            Page<Stored<GovernancePolicy>> page =
                    store.query(tenant, KIND, next.map(query::after).orElse(query));
            page.items().forEach(one -> all.add(one.record()));
            next = page.next();
        } while (next.isPresent());
        return PolicyBook.of(all);
    }

    /** Whether a policy may be called so. */
    static boolean isName(String name) {
        if (name.isEmpty() || name.length() > GovernancePolicy.NAME_LENGTH) {
            return false;
        }
        boolean isCode = name.chars()
                .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-');
        return isCode && Character.isLetterOrDigit(name.charAt(0));
    }

    /** All policies of that name, but those that were given up before they ever came into force. */
    static Needs.Counting named(String name) {
        return new Needs.Counting(
                NAME,
                Condition.and(
                        GovernancePolicyKind.NAME.is(name),
                        Condition.not(GovernancePolicyKind.PHASE.is(Phase.CANCELLED))));
    }

    /** All policies of that name that were ever in force. */
    static Needs.Counting enacted(String name) {
        return new Needs.Counting(NAME, Condition.and(GovernancePolicyKind.NAME.is(name), EVER_ENACTED));
    }

    /** Its owner is told of what comes by itself, and of what others did to it; so is whoever owned it, or was granted a waiver. */
    private static List<Announcement> announce(Happened<GovernancePolicy> happened) {
        Event<GovernancePolicy> event = happened.event();
        GovernancePolicy policy = happened.after();
        Map<String, String> arguments = Map.of(
                "number", policy.number(),
                "status", policy.status().name(),
                "version", Integer.toString(policy.version()));
        if (event instanceof GovernancePolicyEvent.HandedOver handed) {
            return List.of(
                    Announcement.to(handed.owner(), "governance-policy-handed-over", arguments),
                    Announcement.to(handed.from(), "governance-policy-handed-over", arguments));
        }
        List<Announcement> announcements = new ArrayList<>();
        toOwner(event).ifPresent(code -> announcements.add(Announcement.to(policy.owner(), code, arguments)));
        if (event instanceof GovernancePolicyEvent.WaiverGranted granted
                && granted.waiver().waived() instanceof Waived.OfPerson of
                && !of.person().equals(policy.owner())) {
            announcements.add(Announcement.to(of.person(), "governance-policy-waived", arguments));
        }
        return announcements;
    }

    private static Optional<String> toOwner(Event<GovernancePolicy> event) {
        if (event instanceof GovernancePolicyEvent.Enacted) {
            return Optional.of("governance-policy-enacted");
        }
        if (event instanceof GovernancePolicyEvent.Rejected) {
            return Optional.of("governance-policy-rejected");
        }
        if (event instanceof GovernancePolicyEvent.Suspended) {
            return Optional.of("governance-policy-suspended");
        }
        if (event instanceof GovernancePolicyEvent.Retired) {
            return Optional.of("governance-policy-retired");
        }
        if (event instanceof GovernancePolicyEvent.WaiverGranted) {
            return Optional.of("governance-policy-waived");
        }
        return event instanceof GovernancePolicyEvent.ReviewDue
                ? Optional.of("governance-policy-review-due")
                : Optional.empty();
    }
}
