package org.itsmkit.servicelevel.availability;

/** What is lost right now, while outages come and go. */
interface Load {

    void add(Outage outage);

    void remove(Outage outage);

    /** What is lost of {@link #whole}, 0 to that. */
    long lost();

    /** What can be lost. */
    long whole();
}
