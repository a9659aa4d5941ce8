package org.itsmkit;

import org.itsmkit.spi.notice.Notifier;
import org.itsmkit.spi.people.AuditSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes to the log where the host has plugged in nothing else. Titles and other words that people wrote are not logged. */
final class LoggingDefaults {

    private static final Logger AUDIT = LoggerFactory.getLogger("org.itsmkit.audit");
    private static final Logger NOTICES = LoggerFactory.getLogger("org.itsmkit.notices");

    private LoggingDefaults() {}

    static AuditSink auditSink() {
        return verdict -> AUDIT.info(
                "{} refused to {} of {} on {}: {}",
                verdict.permission(),
                verdict.caller().person(),
                verdict.caller().tenant(),
                verdict.record(),
                verdict.code());
    }

    static Notifier notifier() {
        return notice -> NOTICES.info(
                "{} of {} to {}{} about {}",
                notice.code(),
                notice.tenant(),
                notice.person().map(Object::toString).orElse(""),
                notice.group().map(Object::toString).orElse(""),
                notice.record());
    }
}
