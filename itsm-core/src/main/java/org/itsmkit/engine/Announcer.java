package org.itsmkit.engine;

import java.util.List;
import org.itsmkit.kernel.Announcement;
import org.itsmkit.kernel.Event;
import org.itsmkit.kernel.Occurrence;

/** Says who is to be told of an event. Pure. */
@FunctionalInterface
public interface Announcer<R> {

    /** Returns who is to be told what of {@code event}, after which the record is {@code record}. */
    List<Announcement> announce(Event<R> event, R record, Occurrence occurrence);
}
