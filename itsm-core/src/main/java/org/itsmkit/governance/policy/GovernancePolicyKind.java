package org.itsmkit.governance.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.lifecycle.Status;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.record.StandardFields;

/** How policies are stored, and what they are found by. */
public final class GovernancePolicyKind implements RecordKind<GovernancePolicy> {

    /** What people quote. */
    public static final Field<GovernancePolicy, String> NUMBER =
            Field.text(StandardFields.NUMBER.name(), policy -> Optional.of(policy.number()));
    /** Under which it stands in rejections. */
    public static final Field<GovernancePolicy, String> NAME = Field.text("name", policy -> Optional.of(policy.name()));
    /** In one line; found by its words too. */
    public static final Field<GovernancePolicy, String> TITLE = Field.<GovernancePolicy>text(
                    "title", policy -> Optional.of(policy.title()))
            .searchable();
    /** Who sees to it. */
    public static final Field<GovernancePolicy, PersonId> OWNER =
            Field.id("owner", policy -> Optional.of(policy.owner()));
    /** Where it stands, found by the status's name. */
    public static final Field<GovernancePolicy, Status> STATUS = Field.of(
            StandardFields.STATUS, status -> FieldValue.text(status.name()), policy -> List.of(policy.status()));
    /** What that amounts to. */
    public static final Field<GovernancePolicy, Phase> PHASE = Field.of(
            StandardFields.PHASE,
            phase -> FieldValue.text(phase.name()),
            policy -> List.of(policy.status().phase()));
    /** How often controls of it were enacted; without a value if none ever were. */
    public static final Field<GovernancePolicy, BigDecimal> VERSION = Field.decimal(
            "version",
            policy -> Optional.of(policy.version()).filter(often -> often > 0).map(BigDecimal::valueOf));
    /** When it is to be looked at. */
    public static final Field<GovernancePolicy, LocalDate> REVIEW_ON =
            Field.date("review-on", GovernancePolicy::reviewOn);
    /** When it was drafted. */
    public static final Field<GovernancePolicy, Instant> OPENED =
            Field.moment(StandardFields.OPENED.name(), policy -> Optional.of(policy.createdAt()));
    /** When it last changed. */
    public static final Field<GovernancePolicy, Instant> UPDATED =
            Field.moment(StandardFields.UPDATED.name(), policy -> Optional.of(policy.updatedAt()));

    GovernancePolicyKind() {}

    @Override
    public String name() {
        return GovernancePolicies.NAME;
    }

    @Override
    public Class<GovernancePolicy> type() {
        return GovernancePolicy.class;
    }

    @Override
    public List<EventType<?>> events() {
        return GovernancePolicyEvent.types();
    }

    @Override
    public List<Field<GovernancePolicy, ?>> fields() {
        return List.of(NUMBER, NAME, TITLE, OWNER, STATUS, PHASE, VERSION, REVIEW_ON, OPENED, UPDATED);
    }

    @Override
    public Set<String> personal() {
        return Set.of(
                "title",
                "statement",
                "owner",
                "HandedOver.from",
                "authors",
                "OfPerson.person",
                "sentence",
                "comment",
                "finding",
                "reason",
                "by",
                "onBehalfOf");
    }

    @Override
    public String toString() {
        return name();
    }
}
