package org.itsmkit.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.ACME;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.calendar.BusinessHours;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.calendar.TimeRange;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.OrganisationId;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.servicelevel.clock.Target;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.store.Stored;

/** The company while it agrees on something: short words for what tests do with agreements. */
public final class Agreeing {

    /** A customer. */
    public static final OrganisationId GLOBEX = OrganisationId.of("Globex");
    /** A supplier. */
    public static final OrganisationId INITECH = OrganisationId.of("Initech");
    /** Eight to six on weekdays. */
    public static final CalendarData DESK = hours("08:00", "18:00");
    /** When it is first promised: Sunday midnight, before the company's Monday morning. */
    public static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    /** Where it happens. */
    public final Company company;
    /** Which agreement. */
    public final RecordId id;

    private Agreeing(Company company, RecordId id) {
        this.company = company;
        this.id = id;
    }

    /** From {@code from} to {@code to} on weekdays, in UTC. */
    public static CalendarData hours(String from, String to) {
        return CalendarData.of(ZoneOffset.UTC, BusinessHours.weekdays(TimeRange.of(from, to)));
    }

    /** All day on Sundays. */
    public static CalendarData sundays() {
        return CalendarData.of(
                ZoneOffset.UTC,
                new BusinessHours(
                        Map.of(DayOfWeek.SUNDAY, List.of(TimeRange.of("00:00", "24:00"))), List.of(), List.of()));
    }

    /** That something is resolved in so many hours of the desk. */
    public static Commitment resolution(String name, int hours) {
        return Commitment.of(name, Target.of(Metric.RESOLUTION, Amount.openTime(Duration.ofHours(hours))), "desk");
    }

    /** That incidents are resolved in so many hours of the desk. */
    public static ProposedTerms terms(int hours) {
        return ProposedTerms.builder()
                .addKinds("incident")
                .addCommitments(resolution("resolution", hours))
                .putHours("desk", DESK)
                .build();
    }

    /** The draft of an agreement with customers. */
    public static AgreementCommand.Draft.Builder sla() {
        return AgreementCommand.draft()
                .title("Gold")
                .type(AgreementType.SERVICE_LEVEL)
                .owner(DORA)
                .terms(terms(8));
    }

    /** The draft of what operations promise. */
    public static AgreementCommand.Draft.Builder ola(int hours) {
        return AgreementCommand.draft()
                .title("What operations promise")
                .type(AgreementType.OPERATIONAL_LEVEL)
                .team(Company.OPERATIONS)
                .owner(DORA)
                .terms(terms(hours));
    }

    /** Dora drafts it. */
    public static Agreeing drafted(Company company, AgreementCommand.Draft draft) {
        return new Agreeing(
                company,
                done(company.itsm.agreements().submit(caller(DORA), draft)).id());
    }

    /** Dora drafts it, and it is signed and put in force since March. */
    public static Agreeing active(Company company, AgreementCommand.Draft draft) {
        Agreeing agreeing = drafted(company, draft);
        agreeing.does(AgreementCommand.Agree.from(MARCH));
        agreeing.does(new AgreementCommand.Activate());
        return agreeing;
    }

    /** One in that status, to be looked at today. */
    public static Agreeing in(Company company, String status) {
        LocalDate today = LocalDate.ofInstant(company.clock.instant(), ZoneOffset.UTC);
        Agreeing agreeing = drafted(company, sla().reviewOn(today).build());
        company.aMinuteLater();
        Instant soon = company.clock.instant().plusSeconds(1);
        if (status.equals("withdrawn")) {
            agreeing.does(new AgreementEndingCommand.Withdraw("too dear"));
        } else if (!status.equals("draft")) {
            agreeing.does(
                    new AgreementCommand.Agree(MARCH, status.equals("expired") ? Optional.of(soon) : Optional.empty()));
            if (!status.equals("agreed")) {
                agreeing.does(new AgreementCommand.Activate());
            }
        }
        company.aMinuteLater();
        switch (status) {
            case "under-review" -> agreeing.does(new AgreementReviewCommand.BeginReview());
            case "terminated" -> agreeing.does(new AgreementEndingCommand.Terminate("they left"));
            case "expired" -> agreeing.does(new AgreementEndingCommand.Expire());
            default -> {}
        }
        assertThat(agreeing.now().status().name()).isEqualTo(status);
        return agreeing;
    }

    /** Dora does that, and it succeeds. */
    public Agreement does(Command<Agreement> command) {
        return done(company.itsm.agreements().submit(caller(DORA), id, command)).record();
    }

    /** Dora tries that, and is refused; nothing has changed then. */
    public Rejection refused(Command<Agreement> command) {
        Company.Trace before = company.trace();
        Either<Rejection, Stored<Agreement>> outcome = company.itsm.agreements().submit(caller(DORA), id, command);
        assertThat(outcome.isLeft()).as("refusal, not %s", outcome).isTrue();
        assertThat(company.trace()).isEqualTo(before);
        return outcome.getLeft();
    }

    /** Proposes that and signs it. */
    public Agreement agrees(int hours, Instant from) {
        does(new AgreementCommand.Revise(terms(hours)));
        return does(AgreementCommand.Agree.from(from));
    }

    /** As it is. */
    public Agreement now() {
        return company.store.find(ACME, Agreements.KIND, id).orElseThrow().record();
    }

    /** A commitment of records with that priority. */
    public static Commitment ofPriority(Commitment commitment, int rank) {
        return commitment.where(FieldCondition.priority(rank));
    }
}
