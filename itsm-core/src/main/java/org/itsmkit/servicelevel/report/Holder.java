package org.itsmkit.servicelevel.report;

import java.util.Objects;
import org.itsmkit.spi.GroupId;
import org.itsmkit.spi.Keys;

/** Who has a record, and so uses the time that there is for it. */
public sealed interface Holder {

    /** A group of the provider. */
    record Team(GroupId group) implements Holder {
        public Team {
            Objects.requireNonNull(group, "group");
        }

        @Override
        public String toString() {
            return group.value();
        }
    }

    /** Somebody for whom the provider waits. */
    record Supplier(String name) implements Holder {
        public Supplier {
            Keys.requireName(name, "supplier");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Nobody yet: it waits to be given to somebody. */
    record Nobody() implements Holder {
        @Override
        public String toString() {
            return "nobody";
        }
    }

    /** See {@link Team}. */
    static Holder team(String group) {
        return new Team(GroupId.of(group));
    }

    /** See {@link Supplier}. */
    static Holder supplier(String name) {
        return new Supplier(name);
    }

    /** See {@link Nobody}. */
    static Holder nobody() {
        return new Nobody();
    }
}
