package org.itsmkit.jdbc.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.store.StoreException;
import org.itsmkit.testkit.fixture.Dossier;
import org.itsmkit.testkit.fixture.DossierEvent;
import org.itsmkit.testkit.fixture.DossierExamples;
import org.itsmkit.testkit.fixture.People;
import org.junit.jupiter.api.Test;

/** Records become text by their components, and nothing is lost on the way or taken for something else. */
class JsonTest {

    private final Json json = new Json();

    /** A shelf, to be written. */
    public record Shelf(
            String name,
            Optional<PersonId> owner,
            List<Item> items,
            Set<DayOfWeek> days,
            Map<PersonId, Integer> loans) {}

    /** What lies on it. */
    public sealed interface Item {}

    /** With a number. */
    public record Book(String title, BigDecimal price) implements Item {}

    /** Of one sort. */
    public enum Box implements Item {
        SMALL,
        LARGE
    }

    /** Of a sort of its own. */
    public sealed interface Media extends Item {}

    /** Something that plays. */
    public record Disc(Instant burnt, Optional<Media> inside) implements Media {}

    /** Knows what it holds. */
    public record Crate<T>(T content, List<? extends T> more) {}

    /** Holds crates of two sorts. */
    public record Cellar(Crate<PersonId> people, Crate<Item> items) {}

    private static final Shelf SHELF = new Shelf(
            "A \"shelf\"\n",
            Optional.of(People.ANNA),
            List.of(new Book("1.50", new BigDecimal("1.50")), Box.LARGE, new Disc(Instant.EPOCH, Optional.empty())),
            new LinkedHashSet<>(List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY)),
            Map.of(People.CARLA, 2, People.BEN, 1));

    private static final String TEXT = "{\"name\":\"A \\\"shelf\\\"\\n\",\"owner\":\"anna\",\"items\":["
            + "{\"@type\":\"Book\",\"title\":\"1.50\",\"price\":1.50},{\"@type\":\"Box\",\"value\":\"LARGE\"},"
            + "{\"@type\":\"Disc\",\"burnt\":\"1970-01-01T00:00:00Z\"}],"
            + "\"days\":[\"MONDAY\",\"SUNDAY\"],\"loans\":{\"ben\":1,\"carla\":2}}";

    private Shelf read(String text) {
        return json.read(Shelf.class, text, "shelf 1");
    }

    @Test
    void aRecordIsItsComponents() {
        assertThat(json.write(Shelf.class, SHELF, "shelf 1")).isEqualTo(TEXT);
        assertThat(read(TEXT)).isEqualTo(SHELF);
    }

    @Test
    void everySortOfComponentComesBack() {
        for (Dossier dossier : List.of(DossierExamples.FULL, DossierExamples.EMPTY)) {
            String text = json.write(Dossier.class, dossier, "dossier 1");

            assertThat(json.read(Dossier.class, text, "dossier 1")).isEqualTo(dossier);
            assertThat(json.write(Dossier.class, json.read(Dossier.class, text, "dossier 1"), "dossier 1"))
                    .isEqualTo(text);
        }
    }

    @Test
    void aGenericEventNeedsNotKnowItsRecord() {
        DossierEvent.HandedOver<Dossier> event = new DossierEvent.HandedOver<>(Optional.empty(), People.BEN);

        assertThat(json.write(DossierEvent.HandedOver.class, event, "event")).isEqualTo("{\"to\":\"ben\"}");
        assertThat(json.read(DossierEvent.HandedOver.class, "{\"to\":\"ben\"}", "event"))
                .isEqualTo(event);
    }

    @Test
    void aGenericComponentKnowsWhatItHolds() {
        Cellar cellar = new Cellar(
                new Crate<>(People.ANNA, List.of(People.BEN)), new Crate<>(Box.SMALL, List.of(Box.LARGE, Box.SMALL)));

        String text = json.write(Cellar.class, cellar, "cellar");

        assertThat(text)
                .isEqualTo(
                        "{\"people\":{\"content\":\"anna\",\"more\":[\"ben\"]},\"items\":{\"content\":{\"@type\":\"Box\","
                                + "\"value\":\"SMALL\"},\"more\":[{\"@type\":\"Box\",\"value\":\"LARGE\"},{\"@type\":\"Box\",\"value\":\"SMALL\"}]}}");
        assertThat(json.read(Cellar.class, text, "cellar")).isEqualTo(cellar);
    }

    @Test
    void equalValuesHaveEqualTexts() {
        List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.values()));
        String first = json.write(Shelf.class, withDays(days), "shelf 1");
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(days, new java.util.Random(i));
            assertThat(json.write(Shelf.class, withDays(days), "shelf 1")).isEqualTo(first);
        }
    }

    private static Shelf withDays(List<DayOfWeek> days) {
        return new Shelf("s", Optional.empty(), List.of(), new LinkedHashSet<>(days), Map.of());
    }

    @Test
    void whatMayBeMissingIsEmptyThen() {
        assertThat(read("{\"name\":\"bare\"}"))
                .isEqualTo(new Shelf("bare", Optional.empty(), List.of(), Set.of(), Map.of()));
        assertThat(read("{\"name\":\"bare\",\"owner\":null,\"items\":[]}").items())
                .isEmpty();
    }

    @Test
    void whatCannotBeTakenIsRefusedByName() {
        Map<String, String> texts = Map.of(
                "{\"name\":\"a\",\"colour\":\"red\"}", "unknown property 'colour' of Shelf",
                "{\"owner\":\"anna\"}", "property 'name' of Shelf is missing",
                "{\"name\":7}", "Shelf.name: expected String",
                "{\"name\":\"a\",\"items\":[{\"@type\":\"Lamp\"}]}", "Item has no case 'Lamp'",
                "{\"name\":\"a\",\"items\":[{\"title\":\"x\"}]}", "property '@type' of Item is missing",
                "{\"name\":\"a\",\"owner\":\" \"}", "not a PersonId",
                "{\"name\":\"a\",\"loans\":{\"ben\":1.5}}", "expected whole number",
                "{\"name\":\"a\",\"name\":\"b\"}", "property 'name' stands there twice",
                "{\"name\":\"a\"} x", "shelf 1 cannot be read",
                "[]", "expected an object for Shelf");
        texts.forEach((text, reason) -> assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("shelf 1 cannot be read")
                .withMessageContaining(reason));
    }

    @Test
    void nothingStandsTwice() {
        List<String> texts = List.of(
                "{\"name\":\"a\",\"loans\":{\"ben\":1,\"ben\":2}}",
                "{\"name\":\"a\",\"items\":[{\"@type\":\"Book\",\"title\":\"t\",\"title\":\"t\",\"price\":1}]}",
                "{\"name\":\"a\",\"items\":[{\"title\":\"t\",\"title\":\"t\",\"@type\":\"Book\",\"price\":1}]}",
                "{\"name\":\"a\",\"owner\":null,\"owner\":null}");
        texts.forEach(text -> assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("stands there twice"));
    }

    @Test
    void theCaseMayStandAnywhere() {
        assertThat(read("{\"name\":\"a\",\"items\":[{\"title\":\"t\",\"@type\":\"Book\",\"price\":1}]}")
                        .items())
                .containsExactly(new Book("t", BigDecimal.ONE));
    }

    @Test
    void anUpcasterSeesATree() {
        String old =
                "{\"title\":\"a\",\"items\":[{\"@type\":\"Book\",\"title\":\"t\",\"price\":1E+2}],\"loans\":{\"ben\":3000000000}}";

        Shelf shelf = json.read(
                Shelf.class,
                old,
                tree -> {
                    assertThat(tree.get("loans")).isEqualTo(Map.of("ben", 3_000_000_000L));
                    tree.put("name", tree.remove("title"));
                    tree.remove("loans");
                    return tree;
                },
                "shelf 1");

        assertThat(shelf.name()).isEqualTo("a");
        assertThat(shelf.items()).containsExactly(new Book("t", new BigDecimal("1E+2")));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> json.read(
                        Shelf.class,
                        old,
                        tree -> {
                            throw new ClassCastException("broken");
                        },
                        "shelf 1"))
                .withMessageContaining("shelf 1 cannot be brought to its present form");
    }

    record Hidden(String text) {}

    /** Holds what has no form. */
    public record Odd(Object anything) {}

    @Test
    void whatCannotBeStoredIsRefusedWithAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.require(Hidden.class))
                .withMessageContaining("must be a public record in an exported package");
        assertThatIllegalArgumentException().isThrownBy(() -> json.require(Thread.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.write(Odd.class, new Odd("x"), "odd"))
                .withMessageContaining("java.lang.Object");
    }

    @Test
    void whatNoDatabaseKeepsIsEscaped() {
        Shelf odd = new Shelf("a\uD800b\0c", Optional.empty(), List.of(), Set.of(), Map.of());

        String text = json.write(Shelf.class, odd, "shelf 1");

        assertThat(text).isEqualTo("{\"name\":\"a\\uD800b\\u0000c\"}");
        assertThat(read(text)).isEqualTo(odd);
    }

    @Test
    void depthAndLengthHaveLimits() {
        Optional<Media> deep = Optional.empty();
        for (int i = 0; i < 300; i++) {
            deep = Optional.of(new Disc(Instant.EPOCH, deep));
        }
        Disc bottomless = new Disc(Instant.EPOCH, deep);
        assertThatIllegalArgumentException().isThrownBy(() -> json.write(Disc.class, bottomless, "disc"));
        String nested = "{\"burnt\":\"1970-01-01T00:00:00Z\",\"inside\":".repeat(300);
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> json.read(Disc.class, nested, "disc"));
        Shelf huge = new Shelf(
                "s",
                Optional.empty(),
                Collections.nCopies(40, new Book("x".repeat(1 << 20), BigDecimal.ONE)),
                Set.of(),
                Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> json.write(Shelf.class, huge, "shelf 1"))
                .withMessageContaining("too long");
    }
}
