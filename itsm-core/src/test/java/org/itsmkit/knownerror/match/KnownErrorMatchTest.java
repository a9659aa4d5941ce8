package org.itsmkit.knownerror.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.MAIL;
import static org.itsmkit.fixture.Company.caller;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.knownerror.FixCommand;
import org.itsmkit.knownerror.Knowing;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Affected;
import org.itsmkit.ticket.AffectedCommand;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.similar.Suggestion;
import org.junit.jupiter.api.Test;

/** Which known errors may be at work, and why. */
class KnownErrorMatchTest {

    private final Company company = Company.open();

    private static Signs signs(String words, Affected affected) {
        return new Signs(words, Optional.empty(), Optional.empty(), affected);
    }

    private static Affected affected(AffectedItem... items) {
        return new Affected(Set.of(items), Set.of());
    }

    private List<Suggestion> find(Signs signs) {
        return KnownErrorMatch.standard().find(company.itsm.knownErrors(), caller(DORA), signs);
    }

    @Test
    void whatBothHaveIsCountedAndSaid() {
        Knowing knowing = Knowing.in(company, "identified");
        RecordId id = company.log(DORA, "Client closes on a long attachment").id();
        company.does(
                id,
                new AffectedCommand.NameAffected<>(
                        Set.of(AffectedItem.of("mail-client", "4.2")), Set.of("0xC0000005", "E-9")));
        Incident incident = company.now(id).record();

        List<Suggestion> found = find(Signs.of(incident.ticket()));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).id()).isEqualTo(knowing.id);
        assertThat(found.get(0).number()).isEqualTo(knowing.now().ticket().number());
        // The symptom is: The mail client closes when a long attachment is opened
        assertThat(found.get(0).reasons())
                .containsExactly(
                        new Suggestion.Reason("error-code", 40, "0xC0000005"),
                        new Suggestion.Reason("configuration-item", 25, "mail-client"),
                        new Suggestion.Reason("version", 10, "mail-client 4.2"),
                        new Suggestion.Reason("words", 40 * 5 / 11, "a attachment client closes long"));
        assertThat(found.get(0).score()).isEqualTo(40 + 25 + 10 + 18);
    }

    @Test
    void whatIsKnownOfOtherVersionsIsNotSuggested() {
        Knowing.in(company, "identified");
        assertThat(find(signs("crash", affected(AffectedItem.of("mail-client", "4.2")))))
                .hasSize(1);
        assertThat(find(signs("crash", affected(AffectedItem.of("mail-client")))))
                .hasSize(1);
        assertThat(find(signs("mail client closes attachment opened", affected(AffectedItem.of("mail-client", "5.0")))))
                .isEmpty();
        assertThat(find(signs(
                        "crash",
                        affected(AffectedItem.of("mail-client", "5.0"), AffectedItem.of("mail-client", "4.2")))))
                .hasSize(1);
        assertThat(find(signs(
                        "The mail client closes when a long attachment is opened", affected(AffectedItem.of("pc-7")))))
                .as("another item says nothing of versions")
                .hasSize(1);
    }

    @Test
    void serviceAndCategoryCount() {
        Knowing knowing = Knowing.in(company, "identified");
        knowing.does(new TicketCommand.Categorise<>(Category.of("software/mail"), MAIL));
        KnownErrorMatch all = new KnownErrorMatch(1, 10);
        Signs exact = new Signs("x", Optional.of(MAIL), Optional.of(Category.of("software/mail")), Affected.blank());
        Signs below = new Signs("x", Optional.empty(), Optional.of(Category.of("software")), Affected.blank());
        Signs other = new Signs("x", Optional.of(ServiceId.of("print")), Optional.empty(), Affected.blank());
        List<Stored<KnownError>> candidates = all();
        assertThat(all.among(candidates, exact).get(0).score()).isEqualTo(10 + 15);
        assertThat(all.among(candidates, below).get(0).score()).isEqualTo(8);
        assertThat(all.among(candidates, other)).isEmpty();
    }

    private List<Stored<KnownError>> all() {
        return company.itsm
                .knownErrors()
                .query(caller(DORA), Query.where(Condition.all()).limit(500))
                .items();
    }

    @Test
    void whatIsRetiredIsForgottenAndWhatIsFixedIsNot() {
        Knowing knowing = Knowing.in(company, "identified");
        Signs same = signs("The mail client closes when a long attachment is opened", Affected.blank());
        knowing.does(new FixCommand.RecordFix("mended"));
        assertThat(find(same)).as("it may be back").hasSize(1);
        knowing.does(new KnownErrorCommand.Retire("gone"));
        assertThat(find(same)).isEmpty();
        assertThat(KnownErrorMatch.standard().among(all(), same)).isEmpty();
    }

    @Test
    void nothingIsFoundByNothing() {
        Knowing.in(company, "identified");
        assertThat(find(signs("", Affected.blank()))).isEmpty();
        assertThatThrownBy(() -> new KnownErrorMatch(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KnownErrorMatch(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KnownErrorMatch(1, 101)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What the index finds is what a look at all of them finds, whatever their order. */
    @Test
    void theIndexFindsWhatALookAtAllFinds() {
        Random random = new Random(20_261_122);
        List<String> words = List.of("mail", "client", "crash", "slow", "print", "disk", "full", "login");
        for (int i = 0; i < 60; i++) {
            Knowing.of(
                    company,
                    KnownErrorCommand.identify()
                            .draft(TicketDraft.builder()
                                    .title(some(random, words))
                                    .build())
                            .symptom(some(random, words))
                            .affected(someAffected(random))
                            .build());
        }
        List<Stored<KnownError>> all = new ArrayList<>(all());
        int found = 0;
        for (int i = 0; i < 200; i++) {
            Signs signs = signs(some(random, words), someAffected(random));
            KnownErrorMatch match = new KnownErrorMatch(1 + random.nextInt(60), 1 + random.nextInt(10));
            Collections.shuffle(all, random);
            List<Suggestion> expected = match.among(all, signs);
            assertThat(match.find(company.itsm.knownErrors(), caller(DORA), signs))
                    .isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(200);
    }

    private static String some(Random random, List<String> words) {
        return words.get(random.nextInt(words.size())) + " " + words.get(random.nextInt(words.size())) + " "
                + words.get(random.nextInt(words.size()));
    }

    private static Affected someAffected(Random random) {
        AffectedItem item = random.nextBoolean()
                ? AffectedItem.of("item-" + random.nextInt(4))
                : AffectedItem.of("item-" + random.nextInt(4), "v" + random.nextInt(3));
        return new Affected(
                random.nextInt(3) == 0 ? Set.of() : Set.of(item),
                random.nextInt(3) == 0 ? Set.of("E-" + random.nextInt(5)) : Set.of());
    }
}
