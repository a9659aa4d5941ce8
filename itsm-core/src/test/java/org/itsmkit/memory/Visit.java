package org.itsmkit.memory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.itsmkit.spi.record.EventType;
import org.itsmkit.spi.record.Field;
import org.itsmkit.spi.record.RecordKind;

/** A visitor at the reception: the record that these tests keep. */
record Visit(String guest, int floor) {

    static final RecordKind<Visit> KIND = new RecordKind<>() {
        @Override
        public String name() {
            return "visit";
        }

        @Override
        public Class<Visit> type() {
            return Visit.class;
        }

        @Override
        public List<EventType<?>> events() {
            return List.of(EventType.of("arrived", Arrived.class));
        }

        @Override
        public List<Field<Visit, ?>> fields() {
            return List.of(GUEST, FLOOR);
        }
    };

    static final Field<Visit, String> GUEST =
            Field.<Visit>text("guest", visit -> Optional.of(visit.guest())).searchable();

    static final Field<Visit, BigDecimal> FLOOR =
            Field.decimal("floor", visit -> Optional.of(BigDecimal.valueOf(visit.floor())));

    record Arrived(String guest) {}
}
