package org.itsmkit.servicelevel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Happened;
import org.itsmkit.kernel.AgreementSelection;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Cursor;
import org.itsmkit.spi.query.Page;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.RecordStore;
import org.itsmkit.spi.store.Stored;

/** What agreements are to the engine and to stores. */
public final class Agreements {

    /** The name of the kind. */
    public static final String NAME = "agreement";

    private static final int PAGE = 100;

    /** How agreements are stored and found; what they are found by stands in {@link AgreementKind}. */
    public static final AgreementKind KIND = new AgreementKind();

    /** Agreements as the kit has them; hosts change it before they hand it to the engine. */
    public static final Definition<Agreement> DEFINITION = Definition.of(
                    KIND, AgreementLifecycle.standard(), Agreement::status)
            .policy(none -> AgreementPolicy.standard())
            .numbers("AGR", 7)
            .inputs(AgreementLifecycle.REVISE, "terms")
            .inputs(AgreementLifecycle.DESCRIBE, "title", "rank")
            .inputs(AgreementLifecycle.HAND_OVER, "owner")
            .inputs(AgreementLifecycle.REST_ON, "restsOn")
            .inputs(AgreementLifecycle.AGREE, "from")
            .inputs(AgreementLifecycle.END_REVIEW, "finding")
            .inputs(AgreementLifecycle.SET_REVIEW_DATE, "on")
            .inputs(AgreementLifecycle.GIVE_NOTICE, "end", "reason")
            .inputs(AgreementLifecycle.TERMINATE, "reason")
            .inputs(AgreementLifecycle.WITHDRAW, "reason")
            .ownCommands(AgreementLifecycle.standard().actions())
            .announces(Agreements::announce)
            .timers(new AgreementTimers());

    private static final Condition EVER_AGREED = Condition.not(Condition.isEmpty(AgreementKind.VERSION.key()));

    private Agreements() {}

    /** Makes what was ever agreed with or within {@code tenant} ready for decisions. */
    public static AgreementBook book(RecordStore store, TenantId tenant, AgreementSelection selection) {
        List<Stored<Agreement>> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Query query = Query.where(EVER_AGREED).limit(PAGE);
            Page<Stored<Agreement>> page =
                    store.query(tenant, KIND, next.map(query::after).orElse(query));
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return AgreementBook.of(
                all.stream().map(one -> one.record().toAgreed(one.id())).toList(), selection);
    }

    /** Its owner is told of what comes by itself, and of what others did to it; and who owned it, that somebody else does. */
    private static List<Announcement> announce(Happened<Agreement> happened) {
        Event<Agreement> event = happened.event();
        Agreement agreement = happened.after();
        Map<String, String> arguments = Map.of(
                "number", agreement.number(), "status", agreement.status().name());
        if (event instanceof AgreementEvent.ReviewDue) {
            return List.of(Announcement.to(agreement.owner(), "agreement-review-due", arguments));
        }
        if (event instanceof AgreementEvent.Activated) {
            return List.of(Announcement.to(agreement.owner(), "agreement-activated", arguments));
        }
        if (event instanceof AgreementEvent.Expired) {
            return List.of(Announcement.to(agreement.owner(), "agreement-expired", arguments));
        }
        if (event instanceof AgreementEvent.NoticeGiven) {
            return List.of(Announcement.to(agreement.owner(), "agreement-notice-given", arguments));
        }
        if (event instanceof AgreementEvent.Terminated) {
            return List.of(Announcement.to(agreement.owner(), "agreement-terminated", arguments));
        }
        return event instanceof AgreementEvent.HandedOver handed
                ? List.of(
                        Announcement.to(handed.owner(), "agreement-handed-over", arguments),
                        Announcement.to(handed.from(), "agreement-handed-over", arguments))
                : List.of();
    }
}
