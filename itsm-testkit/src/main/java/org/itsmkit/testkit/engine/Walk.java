package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.testkit.fixture.People.BEN;
import static org.itsmkit.testkit.fixture.People.DORA;
import static org.itsmkit.testkit.fixture.People.OPERATIONS;

import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmkit.Itsm;
import org.itsmkit.change.Change;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.Changes;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Preview;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.IncidentLifecycle;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.FieldBounds;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.FieldDefinition;
import org.itsmkit.kernel.HoldReason;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.Rejection.Reason;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.kernel.Template;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.settings.TenantSettings;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.Cause;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.JournalEntry;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.spi.task.Task;
import org.itsmkit.testkit.store.Trial;
import org.itsmkit.ticket.Attachment;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.itsmkit.ticket.TicketEvent;
import org.itsmkit.ticket.TicketMergeEvent;
import org.itsmkit.ticket.TicketPeopleCommand;
import org.itsmkit.ticket.Ticketed;
import org.itsmkit.ticket.WorkEvent;
import org.itsmkit.ticket.Worksheet;

/** One random walk. Everything that is done is foretold by a model that knows the rules from people, not from the kit. */
final class Walk {

    private final Trial trial;
    private final Random random;
    private final Itsm itsm;
    private final Ideas ideas;
    private final List<Tracked<Incident>> incidents = new ArrayList<>();
    private final List<Tracked<Change>> changes = new ArrayList<>();
    private final List<Sent<?>> sent = new ArrayList<>();
    private final Map<String, Tables> tables = new HashMap<>();
    private Tailoring tailoring = Tailoring.none();
    private long settingsVersion;
    private int keys;

    Walk(Trial trial, Random random) {
        this.trial = trial;
        this.random = random;
        this.itsm = Office.eachByItself(trial.store(), trial.clock());
        this.ideas = new Ideas(random, trial.clock(), incidents, changes);
        tables.put("incident", Tables.incidents());
        tables.put("change", Tables.changes());
    }

    /** A command that was sent under a key, and what was answered. */
    private record Sent<R extends Ticketed<R>>(
            Tracked<R> record, Caller caller, Command<R> command, Options options, Stored<R> answer) {}

    void go(int steps) {
        while (incidents.size() < 3 || changes.size() < 2) {
            log(BEN);
            draft(BEN);
        }
        for (int step = 0; step < steps; step++) {
            int dice = random.nextInt(100);
            if (dice < 12) {
                trial.clock().advance(Duration.ofMillis(random.nextInt(20_000_000)));
            } else if (dice < 15) {
                tailor();
            } else if (dice < 18 && incidents.size() < 9) {
                log(ideas.anybody());
            } else if (dice < 20 && changes.size() < 6) {
                draft(ideas.anybody());
            } else if (dice < 24) {
                work();
            } else if (dice < 27 && !sent.isEmpty()) {
                sendAgain(ideas.oneOf(sent));
            } else if (dice < 72) {
                Tracked<Incident> incident = ideas.oneOf(incidents);
                step(incident, ideas.forIncident(incident, tailoring));
            } else {
                Tracked<Change> change = ideas.oneOf(changes);
                step(change, ideas.forChange(change, tailoring));
            }
        }
        assertWhole(Incidents.KIND, incidents);
        assertWhole(Changes.KIND, changes);
        assertLawHolds(SettingsKind.KIND);
        Circles.assertNone(incidents, changes);
    }

    private <R extends Ticketed<R>> void assertWhole(RecordKind<R> kind, List<Tracked<R>> tracked) {
        assertLawHolds(kind);
        assertThat(count(kind)).isEqualTo(tracked.size());
        for (Tracked<R> one : tracked) {
            assertThat(trial.store().find(trial.tenant(), kind, one.id())).contains(one.now());
        }
    }

    private void assertLawHolds(RecordKind<?> kind) {
        assertThat(FoldLaw.check(trial.store(), trial.tenant(), kind, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private long count(RecordKind<?> kind) {
        return trial.store().count(trial.tenant(), kind, Condition.all());
    }

    private List<Task> pending() {
        return trial.tasks().pending(trial.tenant());
    }

    private static long notices(List<Task> tasks) {
        return tasks.stream().filter(task -> task.type().equals("notice")).count();
    }

    /** Due work is done, and what waited until now goes on. */
    private void work() {
        trial.tasks().runDue(itsm.tasks());
        for (Tracked<Incident> incident : incidents) {
            Optional<String> to = table("incident").to(incident.status(), "resume");
            if (to.isPresent() && HoldIdeas.isOver(incident, trial.clock().instant())) {
                long version = incident.now().version();
                incident.take(
                        trial.store()
                                .find(trial.tenant(), Incidents.KIND, incident.id())
                                .orElseThrow(),
                        to.get());
                assertEntries(incident, version, Caller.SYSTEM, Optional.of(Cause.of("timer:resume")));
            }
        }
        assertWhole(Incidents.KIND, incidents);
    }

    private Caller caller(PersonId person) {
        return Office.caller(trial.tenant(), person);
    }

    private void log(PersonId who) {
        boolean complete = random.nextInt(5) > 0;
        Optional<PersonId> requester =
                random.nextInt(3) > 0 ? Optional.empty() : Optional.of(ideas.oneOf(Office.EVERYBODY));
        // A template has a title where nobody gives one.
        boolean templated = tailoring.templates().containsKey("incident") && random.nextBoolean();
        long before = count(Incidents.KIND);
        Either<Rejection, Stored<Incident>> outcome = itsm.incidents()
                .submit(
                        caller(who),
                        IncidentCommand.log()
                                .title(complete ? "Mail is down" : " ")
                                .requester(requester)
                                .template(templated ? Optional.of("mail") : Optional.empty())
                                .build());
        if (began(outcome, who, "incident", "log", complete || templated, requester)) {
            assertThat(outcome.get().record().ticket().openedBy()).isEqualTo(who);
            assertThat(outcome.get().record().ticket().requester()).isEqualTo(requester.orElse(who));
            incidents.add(new Tracked<>(itsm.incidents(), outcome.get(), "new"));
            assertEntries(incidents.get(incidents.size() - 1), 0, who, Optional.empty());
        }
        assertThat(count(Incidents.KIND)).isEqualTo(before + (outcome.isRight() ? 1 : 0));
    }

    private void draft(PersonId who) {
        boolean complete = random.nextInt(5) > 0;
        TicketDraft draft = TicketDraft.builder()
                .title(complete ? "New disk" : "two\nlines")
                .build();
        Either<Rejection, Stored<Change>> outcome = itsm.changes()
                .submit(caller(who), new ChangeCommand.Draft(draft, random.nextInt(4) > 0 ? "swap it" : ""));
        if (began(outcome, who, "change", "draft", complete, Optional.empty())) {
            changes.add(new Tracked<>(itsm.changes(), outcome.get(), "draft"));
        }
    }

    private boolean began(
            Either<Rejection, ?> outcome,
            PersonId who,
            String kind,
            String action,
            boolean complete,
            Optional<PersonId> requester) {
        if (!Office.ROLES.containsKey(who)) {
            assertThat(outcome.getLeft().reason()).isEqualTo(Reason.UNKNOWN_CALLER);
        } else if (!Office.may(who, kind, action, requester.map(who::equals).orElse(true))) {
            assertThat(outcome.getLeft().reason()).isEqualTo(Reason.DENIED);
        } else if (!complete) {
            assertThat(outcome.getLeft().reason()).isEqualTo(Reason.INCOMPLETE);
        } else if (requester.equals(Optional.of(Office.GUS))) {
            assertThat(outcome.getLeft().code()).isEqualTo("rule:requester-is-known");
        } else {
            assertThat(outcome.isRight()).as("%s", outcome).isTrue();
        }
        return outcome.isRight();
    }

    /** Dora has the tenant's settings otherwise: another lifecycle, other reasons to wait, a field. */
    private void tailor() {
        boolean parts = random.nextBoolean();
        boolean moon = random.nextBoolean();
        Tailoring.Builder builder = Tailoring.builder();
        if (parts) {
            builder.putLifecycles(
                    "incident",
                    IncidentLifecycle.standard()
                            .edit()
                            .status("awaiting-parts", Phase.WAITING)
                            .move(IncidentLifecycle.IN_PROGRESS, "order-parts", "awaiting-parts")
                            .permission("order")
                            .move("awaiting-parts", TicketAction.RESUME, IncidentLifecycle.IN_PROGRESS)
                            .move("awaiting-parts", "comment", "awaiting-parts")
                            .remove(IncidentLifecycle.RESOLVED, IncidentLifecycle.REOPEN)
                            .build()
                            .toData());
        }
        if (moon) {
            builder.addHoldReasons(new HoldReason("awaiting-moon", false));
        }
        if (random.nextBoolean()) {
            // Required by itself alone, so that nothing is refused because of it.
            builder.putFields(
                    "incident",
                    List.of(FieldDefinition.oneOf("vendor", "initech", "hooli")
                            .within(FieldBounds.length(1, 20))
                            .requiredWhen(FieldCondition.all(
                                    FieldCondition.filled("vendor"),
                                    FieldCondition.not(FieldCondition.doing(TicketAction.COMMENT))))));
        }
        if (random.nextBoolean()) {
            builder.putTemplates(
                    "incident",
                    List.of(Template.builder()
                            .name("mail")
                            .title("Mail is down again")
                            .category(Category.of("software/mail"))
                            .group(OPERATIONS)
                            .putMandatory("in-progress", Set.of("title"))
                            .putHidden("resolved", Set.of("customer"))
                            .build()));
        }
        if (random.nextBoolean()) {
            builder.addTiers(MilestoneIdeas.DESK, MilestoneIdeas.SPECIALISTS);
        }
        Tailoring next = builder.build();
        Either<Rejection, Stored<TenantSettings>> outcome = itsm.tailor(caller(DORA), next);
        assertThat(outcome.isRight()).as("%s", outcome).isTrue();
        settingsVersion += settingsVersion > 0 && next.equals(tailoring) ? 0 : 1;
        assertThat(outcome.get().version()).isEqualTo(settingsVersion);
        tailoring = next;
        tables.put("incident", parts ? Tables.incidentsWithParts() : Tables.incidents());
        assertThat(itsm.tailor(caller(BEN), Tailoring.none()).isLeft())
                .as("Ben may not")
                .isTrue();
    }

    private Tables table(String kind) {
        Tables table = tables.get(kind);
        if (table == null) {
            throw new IllegalArgumentException(kind);
        }
        return table;
    }

    /** What the model says comes of it: a refusal at a step, with a code where it is certain; or empty for success. */
    private record Foretold(Reason reason, Optional<String> code) {}

    private <R extends Ticketed<R>> Optional<Foretold> foretell(
            Tracked<R> record, PersonId who, Attempt<R> attempt, boolean lateVersion) {
        boolean own = record.ticket().requester().equals(who);
        String action = attempt.command().action().value();
        boolean migrates = attempt.command().ignoresLifecycle();
        if (!Office.ROLES.containsKey(who)) {
            return refusal(Reason.UNKNOWN_CALLER, "caller.unknown");
        }
        if (!Office.may(who, record.kind(), "read", own)) {
            return refusal(Reason.NOT_FOUND, "record.not-found");
        }
        if (lateVersion) {
            return refusal(Reason.CONFLICT, "record.conflict");
        }
        if (!Office.may(who, record.kind(), permission(record, action), own)) {
            return refusal(Reason.DENIED, "caller.denied");
        }
        if (!migrates && table(record.kind()).to(record.status(), action).isEmpty()) {
            return refusal(Reason.NOT_POSSIBLE, "lifecycle.not-possible");
        }
        if (attempt.incomplete().isPresent()) {
            return refusal(Reason.INCOMPLETE, attempt.incomplete().get());
        }
        if (isHiddenByTemplate(record, attempt.command())) {
            return refusal(Reason.INCOMPLETE, "field.hidden");
        }
        return ideas.ruleAgainst(record, who, action)
                .or(() -> ideas.ruleAgainst(record, who, attempt.command()))
                .or(() -> ideas.isHidden(attempt.command(), who))
                .or(attempt::rule)
                .flatMap(rule -> refusal(Reason.NOT_PERMITTED, rule));
    }

    /** The one template there may be hides the customer of what is resolved. */
    private boolean isHiddenByTemplate(Tracked<?> record, Command<?> command) {
        return command instanceof TicketPeopleCommand.ChangeCustomer<?> change
                && change.customer().isPresent()
                && record.kind().equals("incident")
                && record.status().equals("resolved")
                && record.ticket().worksheetOrBlank().template().isPresent()
                && !tailoring.templates().isEmpty();
    }

    private static Optional<Foretold> refusal(Reason reason, String code) {
        return Optional.of(new Foretold(reason, Optional.of(code)));
    }

    private String permission(Tracked<?> record, String action) {
        boolean orders = action.equals("order-parts")
                && table(record.kind()).to(record.status(), action).isPresent();
        return orders ? "order" : action;
    }

    private <R extends Ticketed<R>> void step(Tracked<R> record, Attempt<R> attempt) {
        PersonId who = ideas.anybody();
        Caller caller = caller(who);
        List<Task> tasks = pending();
        List<Offer> offers = record.records().availableActions(caller, record.id());
        checkOffers(record, who, offers);
        Either<Rejection, Preview> preview = record.records().preview(caller, record.id(), attempt.command());
        assertUntouched(record, tasks);

        boolean late = random.nextInt(12) == 0;
        Options options = options(record, late);
        Either<Rejection, Stored<R>> outcome = record.records().submit(caller, record.id(), attempt.command(), options);

        Optional<Foretold> foretold = foretell(record, who, attempt, late);
        assertThat(outcome.isLeft())
                .as(
                        "%s by %s on %s in %s: foretold %s, got %s",
                        attempt, who, record.ref(), record.status(), foretold, outcome)
                .isEqualTo(foretold.isPresent());
        checkPreview(preview, foretell(record, who, attempt, false), outcome, options);
        if (foretold.isPresent()) {
            assertThat(outcome.getLeft().reason())
                    .as("%s", outcome)
                    .isEqualTo(foretold.get().reason());
            foretold.get()
                    .code()
                    .ifPresent(code -> assertThat(outcome.getLeft().has(code))
                            .as("%s in %s", code, outcome)
                            .isTrue());
            checkOfferAgrees(offers, attempt, outcome.getLeft());
            assertUntouched(record, tasks);
        } else {
            succeeded(record, who, attempt, options, outcome.get());
            int announced = preview.get().announcements().size();
            assertThat(notices(pending()))
                    .as("people told of %s by %s on %s, foretold %s", attempt, who, record.ref(), preview)
                    .isEqualTo(notices(tasks) + announced);
        }
        lookBack(record);
    }

    private Options options(Tracked<?> record, boolean late) {
        long version = record.now().version();
        Options options = late
                ? Options.expecting(version + 1)
                : random.nextInt(4) == 0 ? Options.expecting(version) : Options.none();
        if (random.nextInt(8) == 0) {
            // It happened when the last thing did, and is told only now.
            options = options.occurredAt(record.ticket().updatedAt());
        }
        return random.nextInt(6) == 0 ? options.key("key-" + ++keys) : options;
    }

    private <R extends Ticketed<R>> void assertUntouched(Tracked<R> record, List<Task> tasks) {
        RecordKind<R> kind = record.records().definition().kind();
        assertThat(trial.store().find(trial.tenant(), kind, record.id())).contains(record.now());
        assertThat(trial.store()
                        .journal(trial.tenant(), kind, record.id(), record.now().version(), 10))
                .isEmpty();
        assertThat(pending()).isEqualTo(tasks);
    }

    private <R extends Ticketed<R>> void checkOffers(Tracked<R> record, PersonId who, List<Offer> offers) {
        boolean own = record.ticket().requester().equals(who);
        if (!Office.may(who, record.kind(), "read", own)) {
            assertThat(offers).isEmpty();
            return;
        }
        Map<String, Optional<Reason>> expected = new HashMap<>();
        for (String action : table(record.kind()).actions()) {
            Optional<Reason> refusal = Optional.empty();
            if (!Office.may(who, record.kind(), permission(record, action), own)) {
                refusal = Optional.of(Reason.DENIED);
            } else if (table(record.kind()).to(record.status(), action).isEmpty()) {
                refusal = Optional.of(Reason.NOT_POSSIBLE);
            } else if (ideas.ruleAgainst(record, who, action).isPresent()) {
                refusal = Optional.of(Reason.NOT_PERMITTED);
            }
            expected.put(action, refusal);
        }
        assertThat(offers.stream()
                        .collect(Collectors.toMap(
                                offer -> offer.action().value(),
                                offer -> offer.refusal().map(Rejection::reason))))
                .as("offers to %s on %s in %s", who, record.ref(), record.status())
                .isEqualTo(expected);
    }

    /** What was not offered is refused for that very reason, whatever else is wrong with the command. */
    private static void checkOfferAgrees(List<Offer> offers, Attempt<?> attempt, Rejection rejection) {
        if (rejection.reason() == Reason.CONFLICT) {
            return;
        }
        offers.stream()
                .filter(offer -> offer.action().equals(attempt.command().action()))
                .flatMap(offer -> offer.refusal().stream())
                .filter(refusal -> refusal.reason() != Reason.NOT_PERMITTED
                        || attempt.incomplete().isEmpty())
                .forEach(refusal -> {
                    assertThat(rejection.reason()).isEqualTo(refusal.reason());
                    assertThat(rejection.code()).isEqualTo(refusal.code());
                });
    }

    private static <R> void checkPreview(
            Either<Rejection, Preview> preview,
            Optional<Foretold> foretold,
            Either<Rejection, Stored<R>> outcome,
            Options options) {
        assertThat(preview.isLeft()).as("preview %s", preview).isEqualTo(foretold.isPresent());
        if (outcome.isRight() && options.occurredAt().isEmpty()) {
            List<Preview.Change<?>> changes = preview.get().changes();
            assertThat(changes).hasSizeLessThanOrEqualTo(1);
            if (!changes.isEmpty()) {
                assertThat((Object) changes.get(0).after())
                        .isEqualTo(outcome.get().record());
            }
        } else if (outcome.isLeft() && preview.isLeft() && outcome.getLeft().reason() != Reason.CONFLICT) {
            assertThat(preview.getLeft()).isEqualTo(outcome.getLeft());
        }
    }

    private <R extends Ticketed<R>> void succeeded(
            Tracked<R> record, PersonId who, Attempt<R> attempt, Options options, Stored<R> after) {
        long version = record.now().version();
        String action = attempt.command().action().value();
        String reached = attempt.command() instanceof TicketCommand.Migrate<R> migrate
                ? migrate.status()
                : attempt.command().ignoresLifecycle()
                        ? record.status()
                        : table(record.kind()).to(record.status(), action).orElseThrow();
        Optional<String> goesOn = HoldIdeas.isAnswer(record, who, attempt.command(), tailoring)
                ? table(record.kind()).to(reached, "resume")
                : Optional.empty();
        Stored<R> kept = trial.store()
                .find(trial.tenant(), record.records().definition().kind(), record.id())
                .orElseThrow();
        assertThat(after).isEqualTo(asReadBy(who, record, kept));
        if (kept.version() == version) {
            assertThat(kept).as("nothing was to change").isEqualTo(record.now());
        } else {
            record.take(kept, goesOn.orElse(reached));
            List<JournalEntry> entries = entries(record, version);
            List<JournalEntry> own = goesOn.isPresent() ? entries.subList(0, entries.size() - 1) : entries;
            assertEntries(record, own, who, Optional.of(Cause.COMMAND));
            if (goesOn.isPresent()) {
                assertThat(entries.get(entries.size() - 1).by()).isEqualTo(Caller.SYSTEM);
                assertThat(entries.get(entries.size() - 1).cause().name()).isEqualTo("following");
            }
        }
        record.people().done(attempt.command());
        record.people().check(record.ticket());
        options.key()
                .ifPresent(key ->
                        sent.add(new Sent<>(record, caller(who), attempt.command(), again(key, options), after)));
    }

    /** What of a record the model shows to somebody: all, or what is not for the provider's own people alone. */
    private static <R extends Ticketed<R>> Stored<R> asReadBy(PersonId who, Tracked<R> record, Stored<R> kept) {
        Ticket whole = kept.record().ticket();
        if (Office.may(who, record.kind(), "read-internal", whole.requester().equals(who))) {
            return kept;
        }
        Ticket.Builder open = Ticket.builder().from(whole).duplicates(List.of());
        whole.worksheet().ifPresent(sheet -> {
            List<Attachment> enclosed = sheet.attachments().stream()
                    .filter(attachment -> !attachment.isInternal())
                    .toList();
            int last =
                    enclosed.isEmpty() ? 0 : enclosed.get(enclosed.size() - 1).number();
            open.worksheet(new Worksheet(sheet.template(), sheet.tasks(), List.of(), enclosed, last));
        });
        return new Stored<>(
                kept.id(), kept.version(), kept.recordedAt(), kept.record().withTicket(open.build()));
    }

    private <R extends Ticketed<R>> List<JournalEntry> entries(Tracked<R> record, long after) {
        RecordKind<R> kind = record.records().definition().kind();
        List<JournalEntry> entries = trial.store().journal(trial.tenant(), kind, record.id(), after, 100);
        assertThat(entries).hasSize((int) (record.now().version() - after));
        return entries;
    }

    private <R extends Ticketed<R>> void assertEntries(
            Tracked<R> record, long after, PersonId who, Optional<Cause> cause) {
        assertEntries(record, entries(record, after), who, cause);
    }

    private <R extends Ticketed<R>> void assertEntries(
            Tracked<R> record, List<JournalEntry> entries, PersonId who, Optional<Cause> cause) {
        for (JournalEntry entry : entries) {
            assertThat(entry.by()).isEqualTo(who);
            assertThat(entry.settingsVersion()).isEqualTo(settingsVersion);
            assertThat(entry.recordedAt()).isEqualTo(record.now().recordedAt());
            cause.ifPresent(c -> assertThat(entry.cause()).isEqualTo(c));
        }
    }

    /** The record's history is as long as its version, and what was known at any time is what the model remembers. */
    private <R extends Ticketed<R>> void lookBack(Tracked<R> record) {
        Caller dora = caller(DORA);
        List<JournalEntry> history = record.records().history(dora, record.id());
        assertThat(history).hasSize((int) record.now().version());
        Instant at = record.recorded(random.nextInt(1_000)).plus(Duration.ofMillis(random.nextInt(3) - 1));
        assertThat(record.records().asOf(dora, record.id(), at)).isEqualTo(record.asOf(at));
        if (Office.may(record.ticket().requester(), record.kind(), "read", true)) {
            Set<Long> internal = history.stream()
                    .filter(entry -> isInternal(entry.event()))
                    .map(JournalEntry::sequence)
                    .collect(Collectors.toSet());
            boolean reads = Office.may(record.ticket().requester(), record.kind(), "read-internal", true);
            assertThat(record.records().history(caller(record.ticket().requester()), record.id()))
                    .hasSize(history.size() - (reads ? 0 : internal.size()));
        }
    }

    /** What the model takes for internal: time spent, who else asked, and what was said or enclosed to be so. */
    private static boolean isInternal(Object event) {
        return event instanceof TicketEvent.Commented<?> comment && comment.isInternal()
                || event instanceof TicketMergeEvent.TookIn<?>
                || event instanceof WorkEvent.TimeRecorded<?>
                || event instanceof WorkEvent.TimeRemoved<?>
                || event instanceof WorkEvent.Attached<?> attached
                        && attached.attachment().isInternal()
                || event instanceof WorkEvent.Detached<?> detached
                        && detached.attachment().isInternal();
    }

    /** Options for the same again: the version that was seen is no part of what was asked, the instant is. */
    private static Options again(String key, Options options) {
        return options.occurredAt().map(Options.once(key)::occurredAt).orElseGet(() -> Options.once(key));
    }

    /** The same again gives the first answer; other content under its key is refused. */
    private <R extends Ticketed<R>> void sendAgain(Sent<R> first) {
        List<Task> tasks = pending();
        Tracked<R> record = first.record();
        assertThat(record.records().submit(first.caller(), record.id(), first.command(), first.options()))
                .isEqualTo(Either.right(first.answer()));
        Either<Rejection, Stored<R>> other = record.records()
                .submit(first.caller(), record.id(), TicketCommand.Comment.toAll("something else"), first.options());
        assertThat(other.getLeft().reason()).isEqualTo(Reason.KEY_REUSED);
        assertUntouched(record, tasks);
    }
}
