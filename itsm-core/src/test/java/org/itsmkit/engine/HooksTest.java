package org.itsmkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Deed;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Hook;
import org.itsmkit.kernel.Hook.Effect;
import org.itsmkit.kernel.Hook.Objection;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.lifecycle.Action;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.ticket.LinkType;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.junit.jupiter.api.Test;

/** What every command of every room passes. */
class HooksTest {

    private static Hook denies(String name, Predicate<Deed> what) {
        return says(name, Effect.DENY, what);
    }

    private static Hook says(String name, Effect effect, Predicate<Deed> what) {
        return deed -> what.test(deed) ? List.of(new Objection(name, effect, "Not so.")) : List.of();
    }

    private static boolean does(Deed deed, String action) {
        return deed.action().equals(Action.of(action));
    }

    private static IncidentCommand.Log log() {
        return IncidentCommand.log().title("Mail is down").build();
    }

    private static Rejection refused(Either<Rejection, ?> outcome) {
        assertThat(outcome.isLeft()).as("%s", outcome).isTrue();
        return outcome.getLeft();
    }

    private static List<String> codes(Company company) {
        return company.audited.stream().map(verdict -> verdict.code()).toList();
    }

    @Test
    void whatIsDeniedIsNotDoneAndIsToldToThoseWhoAudit() {
        Company company = Company.with(builder -> builder.hook(denies(
                "names-a-service",
                deed -> deed.begins() && deed.after().apply("service").isEmpty())));

        Rejection refusal = refused(company.itsm.incidents().submit(caller(BEN), log()));

        assertThat(refusal.reason()).isEqualTo(Rejection.Reason.NOT_PERMITTED);
        assertThat(refusal.code()).isEqualTo("policy:names-a-service");
        assertThat(refusal.violations().get(0).arguments()).containsEntry("policy", "names-a-service");
        assertThat(codes(company)).containsExactly("policy:names-a-service");
        assertThat(company.audited.get(0).caller().person()).isEqualTo(BEN);
        assertThat(company.store.feed(company.itsm.registry().kinds(), 0, 10)).isEmpty();
        done(company.itsm
                .incidents()
                .submit(
                        caller(BEN),
                        IncidentCommand.log()
                                .title("Mail is down")
                                .service(MAIL)
                                .build()));
    }

    @Test
    void whatIsWarnedOfIsDoneAndIsToldToThoseWhoAudit() {
        Company company =
                Company.with(builder -> builder.hook(says("no-haste", Effect.WARN, deed -> does(deed, "start"))));
        RecordId id = company.log().id();

        company.does(id, new TicketCommand.Start<>());

        assertThat(codes(company)).containsExactly("warned:no-haste");
        assertThat(company.audited.get(0).permission().toString()).isEqualTo("incident:start");
    }

    @Test
    void itSeesWhatWasAndWhatWouldBe() {
        List<String> seen = new ArrayList<>();
        Company company = Company.with(builder -> builder.defaults(Tailoring.builder()
                        .putFields("incident", List.of(FieldDefinition.of("floor", FieldType.TEXT)))
                        .build())
                .hook(deed -> {
                    seen.add(deed.action() + " " + deed.begins() + " "
                            + deed.before().apply("status") + deed.after().apply("status")
                            + deed.before().apply("floor") + deed.after().apply("floor")
                            + deed.after().apply("nothing-of-that-name"));
                    return List.of();
                }));
        RecordId id = company.log().id();
        company.does(id, new TicketCommand.SetFields<>(Map.of("floor", FieldValue.text("2")), Set.of()));
        company.does(id, new TicketCommand.Start<>());

        assertThat(seen)
                .containsExactly(
                        "log true [][" + FieldValue.text("new") + "][][][]",
                        "set-fields false [" + FieldValue.text("new") + "][" + FieldValue.text("new") + "][]["
                                + FieldValue.text("2") + "][]",
                        "start false [" + FieldValue.text("new") + "][" + FieldValue.text("in-progress") + "]["
                                + FieldValue.text("2") + "][" + FieldValue.text("2") + "][]");
    }

    @Test
    void whatWouldChangeNothingOrIsRefusedAnywayIsNotAskedAbout() {
        List<String> seen = new ArrayList<>();
        Company company = Company.with(builder -> builder.hook(deed -> {
            seen.add(deed.action().value());
            return List.of();
        }));
        RecordId id = company.log().id();
        company.does(id, new TicketPeopleCommand.Tag<>(Set.of("mail"), Set.of()));
        company.does(id, new TicketPeopleCommand.Tag<>(Set.of("mail"), Set.of()));
        refused(company.itsm.incidents().submit(caller(BEN), id, new IncidentCommand.Reopen("it is back")));

        assertThat(seen).containsExactly("log", "tag");
    }

    @Test
    void allObjectionsAreToldAtOnceInTheirOrder() {
        Company company = Company.with(builder -> builder.hook(denies("first", deed -> true))
                .hook(says("second", Effect.WARN, deed -> true))
                .hook(denies("third", deed -> true)));

        Rejection refusal = refused(company.itsm.incidents().submit(caller(BEN), log()));

        assertThat(refusal.violations())
                .extracting(violation -> violation.code())
                .containsExactly("policy:first", "policy:third");
        assertThat(codes(company)).containsExactly("policy:first", "warned:second", "policy:third");
    }

    @Test
    void ofSeveralCommandsNothingIsDoneIfOneIsDenied() {
        Company company = Company.with(builder -> builder.hook(denies("no-haste", deed -> does(deed, "resolve"))));
        RecordId id = company.log().id();

        Rejection refusal = refused(company.itsm
                .incidents()
                .submitAll(
                        caller(BEN),
                        id,
                        List.of(
                                new TicketCommand.Start<>(),
                                new IncidentCommand.Resolve(Resolution.Code.FIXED, "Mended")),
                        Options.none()));

        assertThat(refusal.code()).isEqualTo("policy:no-haste");
        assertThat(company.now(id).record().ticket().status().name()).isEqualTo("new");
    }

    @Test
    void whatFollowsIsLookedAtTooAndItsDenialIsToldThoughItsCauseGoesOn() {
        Company company = Company.with(builder -> builder.hook(denies(
                "people-resolve",
                deed -> does(deed, "resolve") && deed.moment().caller().isSystem())));
        RecordId parent = company.log().id();
        RecordId child = company.log().id();
        company.does(child, new TicketCommand.LinkTo<>(LinkType.PARENT, Company.incident(parent)));
        company.does(parent, new TicketCommand.Start<>());
        company.does(child, new TicketCommand.Start<>());
        company.audited.clear();

        company.does(parent, new IncidentCommand.Resolve(Resolution.Code.FIXED, "Mended"));

        assertThat(company.now(parent).record().ticket().status().name()).isEqualTo("resolved");
        assertThat(company.now(child).record().ticket().status().name()).isEqualTo("in-progress");
        assertThat(codes(company)).containsExactly("policy:people-resolve", "reaction.refused");
    }

    @Test
    void aPreviewSaysWhatWouldBeDeniedAndTellsNobody() {
        Company company = Company.with(builder -> builder.hook(denies("no-haste", deed -> does(deed, "start"))));
        RecordId id = company.log().id();

        assertThat(refused(company.itsm.incidents().preview(caller(BEN), id, new TicketCommand.Start<>()))
                        .code())
                .isEqualTo("policy:no-haste");
        assertThat(company.audited).isEmpty();
    }

    @Test
    void whatIsForeseenIsNotOffered() {
        Objection never = new Objection("nobody-cancels", Effect.DENY, "Nothing is cancelled here.");
        Objection warning = new Objection("think-first", Effect.WARN, "Think first.");
        Company company = Company.with(builder -> builder.hook(new Hook() {
            @Override
            public List<Objection> objectionsTo(Deed deed) {
                return objectionsForeseenTo(deed);
            }

            @Override
            public List<Objection> objectionsForeseenTo(Deed deed) {
                return does(deed, "cancel") ? List.of(never) : List.of(warning);
            }
        }));
        RecordId id = company.log().id();

        List<Offer> offers = company.itsm.incidents().availableActions(caller(BEN), id);

        assertThat(offers)
                .filteredOn(offer -> !offer.isAllowed()
                        && offer.refusal().orElseThrow().code().startsWith("policy:"))
                .extracting(offer -> offer.action().value() + " "
                        + offer.refusal().orElseThrow().code())
                .containsExactly("cancel policy:nobody-cancels");
        assertThat(refused(company.itsm.incidents().submit(caller(BEN), id, new TicketCommand.Cancel<>("It was none")))
                        .code())
                .isEqualTo("policy:nobody-cancels");
    }

    @Test
    void settingsPassThemLikeAnythingElse() {
        Company company = Company.with(builder -> builder.hook(
                denies("stays-standard", deed -> deed.record().kind().equals("settings"))));

        assertThat(refused(company.itsm.tailor(caller(BEN), Tailoring.none())).code())
                .isEqualTo("policy:stays-standard");
    }

    @Test
    void aHookThatFailsFailsTheCommand() {
        Company company = Company.with(builder -> builder.hook(deed -> {
            throw new IllegalStateException("the rules are being rewritten");
        }));

        assertThatThrownBy(() -> company.itsm.incidents().submit(caller(BEN), log()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the rules are being rewritten");
        assertThat(company.store.feed(company.itsm.registry().kinds(), 0, 10)).isEmpty();
    }

    @Test
    void aPolicyHasACodeForAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Objection("not a code", Effect.DENY, "Not so."));
    }
}
