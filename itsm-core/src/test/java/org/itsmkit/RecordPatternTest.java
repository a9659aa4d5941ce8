package org.itsmkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import org.itsmkit.pattern.Labelled;
import org.itsmkit.pattern.Rack;
import org.junit.jupiter.api.Test;

/** Immutables and records together, seen from another package as a host sees them. {@link Rack} explains the pattern. */
class RecordPatternTest {

    private static final Rack RACK = Rack.builder()
            .label("r12")
            .units(42)
            .addServers(Rack.Server.builder().name("mail-1").build())
            .addTags("north")
            .build();

    @Test
    void aBuilderFillsARecord() {
        assertThat(RACK.units()).isEqualTo(42);
        assertThat(RACK.note()).isEmpty();
        assertThat(RACK.servers()).extracting(Rack.Server::name).containsExactly("mail-1");
    }

    @Test
    void aBuilderStartsFromARecord() {
        Rack.Builder builder = Rack.builder().from(RACK);

        assertThat(builder.build()).isEqualTo(RACK);
    }

    @Test
    void aBuilderNamesWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Rack.builder().label("r12").build())
                .withMessageContaining("units");
    }

    @Test
    void copiesChangeOneThing() {
        Rack noted = RACK.withNote("by the window").withUnits(24);

        assertThat(noted).isEqualTo(new Rack("r12", 24, noted.note(), RACK.servers(), RACK.tags()));
        assertThat(noted.note()).hasValue("by the window");
        assertThat(RACK.servers().get(0).withName("mail-2").name()).isEqualTo("mail-2");
    }

    @Test
    void aSharedCopyMethodGivesTheRecordsOwnType() {
        assertThat(relabelled(RACK, "r13")).isEqualTo(RACK.withLabel("r13"));
    }

    private static <R extends Labelled<R>> R relabelled(R labelled, String label) {
        return labelled.withLabel(label);
    }

    @Test
    void everyWayInIsChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> RACK.withUnits(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rack.builder().from(RACK).units(0).build());
        assertThatNullPointerException().isThrownBy(() -> RACK.withLabel(null));
    }

    @Test
    void collectionsCannotBeChanged() {
        assertThat(RACK.servers()).isUnmodifiable();
        assertThat(RACK.withServers(List.of()).servers()).isUnmodifiable();
        assertThat(RACK.withTags(Set.of("south")).tags()).isUnmodifiable();
    }

    @Test
    void nothingGeneratedIsPublic() throws ClassNotFoundException {
        for (String generated : List.of("RackBuilder", "WithRack", "ServerBuilder", "WithServer")) {
            Class<?> type = Class.forName("org.itsmkit.pattern." + generated);
            assertThat(Modifier.isPublic(type.getModifiers())).as(generated).isFalse();
        }
    }
}
