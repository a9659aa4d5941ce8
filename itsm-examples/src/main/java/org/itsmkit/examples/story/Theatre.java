package org.itsmkit.examples.story;

import java.util.List;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.spi.TenantId;

/** Plays stories. */
public final class Theatre {

    private Theatre() {}

    /**
     * Plays a story and returns its account. Each time as a tenant of its own, so that what was played before in the same database does
     * not matter.
     *
     * @param clock the one by which the database's tasks fall due; it is set by the story
     */
    public static String play(Story story, Database database, SettableClock clock) {
        Stage stage = new Stage(story, database, newTenant(database.operator().tenants()), clock);
        story.play(stage);
        return new Account(story, stage).write();
    }

    private static TenantId newTenant(List<TenantId> taken) {
        int number = 1;
        while (taken.contains(TenantId.of("story-" + number))) {
            number++;
        }
        return TenantId.of("story-" + number);
    }
}
