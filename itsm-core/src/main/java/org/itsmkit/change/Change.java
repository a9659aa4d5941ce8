package org.itsmkit.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.itsmkit.change.measure.MeasuredChange;
import org.itsmkit.change.model.ChangeOutcome;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.change.risk.RiskAssessment;
import org.itsmkit.change.schedule.PlannedChange;
import org.itsmkit.internal.KitStyle;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Review;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.Ticketed;

/**
 * Something is to be added to services, or altered, or taken away.
 *
 * @param ticket what it shares with every ticket
 * @param procedure how it goes, as that was when it was drafted
 * @param model the change model from which that came, if it came from one
 * @param plans what is planned of it
 * @param slot when it is to be made, if that was said
 * @param risk how risky it was found to be, if that was assessed
 * @param round the approval that was asked for last; empty if none was since it was last planned
 * @param authorisation that it may be made; empty as long as nobody said so, and again once it is planned anew
 * @param begunAt since when it is made; empty before
 * @param result how it went; empty until it was made
 * @param review what people found when they looked back on it
 */
@KitStyle
@Value.Builder
public record Change(
        Ticket ticket,
        ChangeProcedure procedure,
        Optional<RecordRef> model,
        Plans plans,
        Optional<Slot> slot,
        Optional<AssessedRisk> risk,
        Optional<ApprovalRound> round,
        Optional<Authorisation> authorisation,
        Optional<Instant> begunAt,
        Optional<Result> result,
        Optional<Review> review)
        implements WithChange, Ticketed<Change> {

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns this change with another state of its ticket; whatever way leads back to planning, nobody has said yes then, and nothing is
     * made.
     */
    @Override
    public Change withTicket(Ticket ticket) {
        Change changed = WithChange.super.withTicket(ticket);
        boolean isBack = ticket.phase() == Phase.NEW && ticket().phase() != Phase.NEW;
        return isBack ? changed.unasked() : changed;
    }

    private Change unasked() {
        return withRound(Optional.empty())
                .withAuthorisation(Optional.empty())
                .withBegunAt(Optional.empty())
                .withResult(Optional.empty())
                .withReview(Optional.empty());
    }

    /** By which way it goes. */
    public ChangeType type() {
        return procedure.type();
    }

    /** How it went, in a word; empty until it was made. */
    public Optional<ChangeOutcome> outcome() {
        return result.map(Result::outcome);
    }

    /** How risky it was found to be, in sentences; none if nobody assessed that. */
    public List<String> explainRisk() {
        return risk.flatMap(found -> procedure
                        .risk()
                        .map(model -> new RiskAssessment(Optional.of(found.level()), model, found.findings())))
                .map(RiskAssessment::sentences)
                .orElse(List.of());
    }

    /** Whether it was begun, or made, while nobody had authorised it. */
    public boolean isUnauthorised() {
        return authorisation.isEmpty() && (begunAt.isPresent() || result.isPresent());
    }

    /**
     * The digest of what of it is approved: as long as this stays, an approval holds. Where any of that is erased, it must be approved
     * anew.
     */
    public String content() {
        return ApprovedContent.digest(this);
    }

    /**
     * Whether it must be looked back on before it is closed: if its procedure says so, if it was an emergency, if those who approved it want
     * it, if nobody did or not before it was begun, or if it did not just go well.
     */
    public boolean isReviewDue() {
        boolean wentWell = outcome().map(how -> how == ChangeOutcome.SUCCESSFUL).orElse(true);
        return procedure.mustBeReviewed()
                || type() == ChangeType.EMERGENCY
                || authorisation.map(Authorisation::reviewDue).orElse(false)
                || (result.isPresent() && !isAuthorisedInTime())
                || !wentWell;
    }

    /** What it is in a {@link org.itsmkit.change.schedule.ChangeCalendar}; empty if nobody said when it is made, or it was given up. */
    public Optional<PlannedChange> planned(RecordRef reference) {
        return slot.filter(known -> ticket.phase() != Phase.CANCELLED)
                .map(known -> PlannedChange.builder()
                        .reference(reference)
                        // What was erased has no title any more, and is in the way all the same.
                        .title(Inputs.saysSomething(ticket.title()) ? ticket.title() : ticket.number())
                        .type(type().text())
                        .window(known.window())
                        .outage(known.outage())
                        .items(ticket.affectedOrBlank().items().stream()
                                .map(AffectedItem::item)
                                .toList())
                        .services(ticket.service().map(Set::of).orElse(Set.of()))
                        .assignee(ticket.assignee())
                        .authorised(authorisation.isPresent())
                        .build());
    }

    /**
     * What is measured of it, see {@link org.itsmkit.change.measure.ChangeMeasures}: what was in its way, and whether it caused incidents, is
     * for others to say.
     */
    public MeasuredChange measured(RecordRef reference) {
        boolean isCancelled = ticket.phase() == Phase.CANCELLED && result.isEmpty();
        return MeasuredChange.builder()
                .reference(reference)
                .type(type())
                .outcome(outcome())
                .cancelled(isCancelled)
                .authorised(isAuthorisedInTime())
                .requestedAt(round.map(asked -> asked.request().askedAt()))
                .decidedAt(authorisation.map(Authorisation::at))
                .openedAt(ticket.openedAt())
                .begunAt(begunAt)
                .endedAt(result.map(Result::to).or(() -> isCancelled ? ticket.closedAt() : Optional.empty()))
                .build();
    }

    /** Whether it was authorised before it was begun, or is not begun: what was approved while it was made was begun without. */
    private boolean isAuthorisedInTime() {
        return authorisation
                .map(said -> begunAt.map(begun -> !said.at().isAfter(begun)).orElse(true))
                .orElse(!isUnauthorised());
    }

    public static final class Builder extends ChangeBuilder {
        Builder() {}
    }
}
