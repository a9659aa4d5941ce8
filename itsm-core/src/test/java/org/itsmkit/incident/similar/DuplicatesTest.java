package org.itsmkit.incident.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.fixture.Company.ANNA;
import static org.itsmkit.fixture.Company.BEN;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.GUS;
import static org.itsmkit.fixture.Company.HANNA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;
import static org.itsmkit.fixture.Company.done;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Resolution;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.FieldType;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.similar.Suggestion;
import org.junit.jupiter.api.Test;

/** What may be told twice. */
class DuplicatesTest {

    private static final Category DISPLAY = Category.of("hardware/display");

    private final Company company = Company.withRoles();

    private Stored<Incident> log(PersonId who, IncidentCommand.Log.Builder log) {
        return done(company.itsm.incidents().submit(caller(who), log.build()));
    }

    private static IncidentCommand.Log.Builder black() {
        return IncidentCommand.log()
                .title("Screen of laptop is black")
                .service(MAIL)
                .category(DISPLAY);
    }

    private List<Suggestion> find(Duplicates duplicates, PersonId who, IncidentCommand.Log.Builder log) {
        Probe probe = Probe.of(log.build(), caller(who), company.clock.instant());
        return duplicates.find(company.itsm.incidents(), caller(who), probe);
    }

    private List<Suggestion> find(PersonId who, IncidentCommand.Log.Builder log) {
        return find(Duplicates.standard(), who, log);
    }

    @Test
    void theSameToldTwiceIsSuggestedWithAllReasons() {
        Stored<Incident> first = log(ANNA, black());
        company.clock.advance(Duration.ofHours(1));

        List<Suggestion> suggestions = find(
                ANNA,
                IncidentCommand.log()
                        .title("Laptop screen stays BLACK!")
                        .service(MAIL)
                        .category(Category.of("hardware")));

        assertThat(suggestions)
                .containsExactly(new Suggestion(
                        first.id(),
                        "INC0000001",
                        "Screen of laptop is black",
                        // three words of six: 40 × 3 / 6
                        20 + 20 + 8 + 20,
                        List.of(
                                new Suggestion.Reason("requester", 20, "anna"),
                                new Suggestion.Reason("service", 20, "mail"),
                                new Suggestion.Reason("category", 8, "hardware"),
                                new Suggestion.Reason("title", 20, "black laptop screen"))));
    }

    @Test
    void whatHasLittleInCommonIsNotSuggested() {
        log(ANNA, black());
        assertThat(find(ANNA, IncidentCommand.log().title("Printer jams"))).isEmpty();
        assertThat(find(HANNA, black().title("Forgot my password").category(Category.of("access"))))
                .isEmpty();
        assertThat(find(
                        Duplicates.standard().from(20),
                        ANNA,
                        IncidentCommand.log().title("Printer jams")))
                .hasSize(1);
    }

    @Test
    void onlyOpenOnesWithinTheWindowAreSuggested() {
        Stored<Incident> resolved = log(ANNA, black());
        Stored<Incident> cancelled = log(ANNA, black());
        log(ANNA, black());
        company.does(resolved.id(), new IncidentCommand.Resolve(Resolution.Code.FIXED, "driver"));
        company.does(cancelled.id(), new TicketCommand.Cancel<>("no incident"));
        assertThat(find(ANNA, black())).hasSize(1);
        company.clock.advance(Duration.ofDays(2));
        assertThat(find(ANNA, black())).as("just within").hasSize(1);
        company.clock.advance(Duration.ofNanos(1_000));
        assertThat(find(ANNA, black())).as("just without").isEmpty();
        assertThat(find(Duplicates.standard().within(Duration.ofDays(3)), ANNA, black()))
                .hasSize(1);
    }

    @Test
    void nobodyIsShownWhatTheyMayNotSee() {
        log(ANNA, black());
        assertThat(find(HANNA, black())).isEmpty();
        assertThat(find(GUS, black())).isEmpty();
        assertThat(find(BEN, black())).as("an agent sees all").hasSize(1);
    }

    @Test
    void anIncidentIsNoDuplicateOfItself() {
        Stored<Incident> one = log(ANNA, black());
        Stored<Incident> other = log(ANNA, black());
        Probe probe = Probe.of(one.id(), one.record());
        assertThat(Duplicates.standard().find(company.itsm.incidents(), caller(ANNA), probe))
                .extracting(Suggestion::id)
                .containsExactly(other.id());
    }

    @Test
    void aFieldOfTheTenantsOwnCounts() {
        done(company.itsm.tailor(
                caller(DORA),
                Tailoring.builder()
                        .putFields("incident", List.of(FieldDefinition.of("laptop", FieldType.TEXT)))
                        .build()));
        Map<String, FieldValue> laptop = Map.of("laptop", FieldValue.text("NB-4711"));
        log(ANNA, IncidentCommand.log().title("Cannot work").custom(laptop));
        IncidentCommand.Log.Builder again =
                IncidentCommand.log().title("Display dark").custom(laptop);
        assertThat(find(ANNA, again)).isEmpty();
        List<Suggestion> counted = find(Duplicates.standard().counting("laptop", 30), ANNA, again);
        assertThat(counted).hasSize(1);
        assertThat(counted.get(0).reasons()).contains(new Suggestion.Reason("field:laptop", 30, "NB-4711"));
    }

    @Test
    void theAnswerDoesNotDependOnTheOrderOfCandidates() {
        for (int i = 0; i < 30; i++) {
            log(i % 2 == 0 ? ANNA : HANNA, black().title("Screen " + i % 7 + " is black"));
        }
        List<Stored<Incident>> all = new ArrayList<>(company.itsm
                .incidents()
                .query(caller(DORA), Query.where(Condition.all()))
                .items());
        Instant now = company.clock.instant();
        Probe probe = Probe.of(black().build(), caller(ANNA), now);
        List<Suggestion> expected = Duplicates.standard().among(all, probe);
        assertThat(expected).hasSize(5).isSortedAccordingTo((one, other) -> other.score() - one.score());
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(all, random);
            assertThat(Duplicates.standard().among(all, probe)).isEqualTo(expected);
        }
        assertThat(Duplicates.standard().find(company.itsm.incidents(), caller(DORA), probe))
                .isEqualTo(expected);
    }

    @Test
    void manyAlikeAreBounded() {
        for (int i = 0; i < 250; i++) {
            log(ANNA, black());
        }
        assertThat(find(ANNA, black())).hasSize(5);
        assertThat(find(ANNA, IncidentCommand.log().title("word ".repeat(50)).service(MAIL)))
                .isNotEmpty();
        assertThat(find(ANNA, IncidentCommand.log().title("!!!"))).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> Duplicates.standard().within(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Duplicates.standard().within(Duration.ofDays(367)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Duplicates.standard().from(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Duplicates.standard().counting("x", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Duplicates(Duration.ZERO, 1, 101, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
