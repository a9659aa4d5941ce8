package org.itsmkit.ticket;

import java.util.Optional;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.spi.PersonId;

/**
 * A command that may say whose ticket it is. What implements this asks for the person in its {@link Command#needs needs} (or those of
 * the {@link Creation#needs creation}), for a rule looks at whether they exist.
 */
public interface NamesRequester {

    /** Whose ticket it is to be; empty if the command leaves that open. */
    Optional<PersonId> namedRequester();
}
