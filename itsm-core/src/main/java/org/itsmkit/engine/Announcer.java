package org.itsmkit.engine;

import java.util.List;
import org.itsmkit.kernel.Announcement;

/** Says who is to be told of an event. Pure. */
@FunctionalInterface
public interface Announcer<R> {

    /** Returns who is to be told what of it. */
    List<Announcement> announce(Happened<R> happened);
}
