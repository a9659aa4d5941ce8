package org.itsmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Conditions;
import org.itsmkit.spi.record.FieldKey;
import org.itsmkit.spi.record.FieldReader;
import org.itsmkit.spi.record.RecordKind;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Authorizer} promises: that it answers each question, the same whenever asked, and that what it lets
 * people read and what it lets them see in lists are the same.
 *
 * @param <R> a record that permissions are asked for
 */
public interface AuthorizerContract<R> {

    /** The authorizer under test. */
    Authorizer authorizer();

    /** The kind of {@link #records()}. */
    RecordKind<R> kind();

    /** Records of which some callers may see more than others. */
    List<R> records();

    /** Callers who may do different things. */
    List<Caller> callers();

    /** Actions on the kind; reading is tried in any case. */
    List<String> actions();

    @Test
    default void everyQuestionIsAnsweredTheSameAgain() {
        for (Caller caller : callers()) {
            for (String action : actions()) {
                Permission permission = new Permission(kind().name(), action);
                for (R record : records()) {
                    Decision decision = authorizer().decide(caller, permission, subject(record));
                    assertThat(authorizer()
                                    .decide(caller, permission, subject(record))
                                    .allowed())
                            .isEqualTo(decision.allowed());
                    assertThat(decision.reason())
                            .as("a reason for the audit sink")
                            .isNotBlank();
                }
                assertThat(authorizer().decide(caller, permission, aNewOne())).isNotNull();
            }
            assertThat(authorizer().visible(caller, kind().name()))
                    .isEqualTo(authorizer().visible(caller, kind().name()));
        }
    }

    @Test
    default void whatIsSeenInListsIsWhatMayBeRead() {
        Permission read = new Permission(kind().name(), Permission.READ);
        for (Caller caller : callers()) {
            for (R record : records()) {
                boolean visible = Conditions.matches(authorizer().visible(caller, kind().name()), kind(), record);
                boolean readable =
                        authorizer().decide(caller, read, subject(record)).allowed();

                assertThat(visible).as("%s sees %s", caller, record).isEqualTo(readable);
            }
        }
    }

    @Test
    default void anUnheardOfActionIsAnswered() {
        Permission unheardOf = new Permission(kind().name(), "dance");
        for (Caller caller : callers()) {
            assertThat(authorizer().decide(caller, unheardOf, aNewOne())).isNotNull();
        }
    }

    private Subject aNewOne() {
        return new Asked(kind().name(), Optional.empty(), key -> List.of());
    }

    private Subject subject(R record) {
        return new Asked(
                kind().name(),
                Optional.of(RecordId.of("asked")),
                key -> FieldReader.of(kind(), key).values(record));
    }

    /** Reads the values of a field. */
    @FunctionalInterface
    interface Values {

        /** The values of {@code field}. */
        List<FieldValue> of(FieldKey field);
    }

    /**
     * What a permission is asked for.
     *
     * @param kind the kind's name
     * @param id which record, if there is one
     * @param read reads its fields
     */
    record Asked(String kind, Optional<RecordId> id, Values read) implements Subject {
        @Override
        public List<FieldValue> values(FieldKey field) {
            return read.of(field);
        }
    }
}
