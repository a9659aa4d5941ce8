package org.itsmkit.examples.story;

import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.itsmkit.Itsm;
import org.itsmkit.change.cab.CabMeeting;
import org.itsmkit.change.model.ChangeModel;
import org.itsmkit.engine.Records;
import org.itsmkit.examples.Database;
import org.itsmkit.examples.SettableClock;
import org.itsmkit.governance.Directive;
import org.itsmkit.governance.policy.GovernancePolicy;
import org.itsmkit.improvement.Improvement;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.majorincident.MajorIncident;
import org.itsmkit.people.CountingAudit;
import org.itsmkit.practice.Assessment;
import org.itsmkit.service.Service;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.notice.Notice;
import org.itsmkit.spi.people.Person;
import org.itsmkit.spi.record.RecordKind;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.Ticketed;

/**
 * Where a story is played: people act through the kit, by a clock that the story sets, and what they did is written down as it happens.
 * After each step the notices that are due are delivered. For one thread.
 */
public final class Stage {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Story story;
    private final Database database;
    private final TenantId tenant;
    private final SettableClock clock;
    private final Itsm itsm;
    private final List<Line> lines = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<RecordId> incidents = new ArrayList<>();
    private final List<RecordId> majorIncidents = new ArrayList<>();
    private final List<RecordId> problems = new ArrayList<>();
    private final List<RecordId> changes = new ArrayList<>();
    private final List<RecordId> models = new ArrayList<>();
    private final List<RecordId> meetings = new ArrayList<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private final CountingAudit audit = new CountingAudit(verdict -> {});
    private LocalDate day;
    private int ids;
    private int inPassing;

    /** A line of the account. */
    record Line(ZonedDateTime at, String text) {}

    /** A message that was delivered. */
    record Delivery(ZonedDateTime at, Notice notice) {}

    Stage(Story story, Database database, TenantId tenant, SettableClock clock) {
        this.story = story;
        this.database = database;
        this.tenant = tenant;
        this.clock = clock;
        this.day = story.start().toLocalDate();
        clock.set(story.start().atZone(story.zone()).toInstant());
        this.itsm = Itsm.builder()
                .store(database.store())
                .authorizer(story.authorizer())
                .directory(story.people())
                .defaults(story.tailoring())
                .notifier(notice -> deliveries.add(new Delivery(now(), notice)))
                .auditSink(audit)
                .clock(clock)
                .changePractice(story.changePractice())
                .ids(() -> RecordId.of("story-" + ++ids))
                .build();
    }

    /** It is {@code time} now, such as 10:05:00, of the same day as before. */
    public void at(String time) {
        clock.set(instant(time));
    }

    /** It is {@code time} of {@code date} now. */
    public void on(String date, String time) {
        day = LocalDate.parse(date);
        at(time);
    }

    /** That time of the present day. */
    public Instant instant(String time) {
        return instantOf(day.toString(), time);
    }

    /** That time of that day, which need not be the present one. */
    public Instant instantOf(String date, String time) {
        return ZonedDateTime.of(LocalDate.parse(date), LocalTime.parse(time), story.zone())
                .toInstant();
    }

    /** Something happens of which the kit does not know. */
    public void narrate(String text) {
        lines.add(new Line(now(), text));
    }

    /** Time has come for something of which the kit reminds people. */
    public void comes(String text) {
        narrate(text);
        deliver();
    }

    /** Somebody logs an incident. {@code {who}} in the text stands for them. */
    public RecordId log(PersonId who, String text, IncidentCommand.Log log) {
        Stored<Incident> logged = done(itsm.incidents().submit(caller(who), log));
        tell(who, text + " It is " + logged.record().ticket().number() + ".");
        incidents.add(logged.id());
        deliver();
        return logged.id();
    }

    /** Somebody does something with an incident. */
    public void act(PersonId who, String text, RecordId incident, Command<Incident> command) {
        done(itsm.incidents().submit(caller(who), incident, command));
        tell(who, text);
        deliver();
    }

    /** Somebody does something with a major incident, which has the id of its incident. */
    public void lead(PersonId who, String text, RecordId incident, Command<MajorIncident> command) {
        done(itsm.majorIncidents().submit(caller(who), incident, command));
        tell(who, text);
        if (!majorIncidents.contains(incident)) {
            majorIncidents.add(incident);
        }
        deliver();
    }

    /** Somebody tries something with a major incident that the kit refuses; the reason is told. */
    public void attemptToLead(PersonId who, String text, RecordId incident, Command<MajorIncident> command) {
        refused(who, text, itsm.majorIncidents().submit(caller(who), incident, command));
    }

    /** Somebody logs an incident of which no more is told than this. {@code {number}} in the text stands for its number. */
    public RecordId logInPassing(PersonId who, String text, IncidentCommand.Log log) {
        return open(who, text, itsm.incidents(), log);
    }

    /** Somebody writes a record of another kind. {@code {number}} in the text stands for its number. */
    public <R> RecordId open(PersonId who, String text, Records<R> room, Creation<R> creation) {
        Stored<R> opened = done(room.submit(caller(who), creation));
        tell(
                who,
                text.replace(
                        "{number}", number(opened.record()).orElse(opened.id().value())));
        deliver();
        return opened.id();
    }

    /** Somebody does something with a record of another kind. */
    public <R> void act(PersonId who, String text, Records<R> room, RecordId id, Command<R> command) {
        done(room.submit(caller(who), id, command));
        tell(who, text);
        deliver();
    }

    /** Somebody tries something with a record of another kind that the kit refuses; the reason is told. */
    public <R> void attempt(PersonId who, String text, Records<R> room, RecordId id, Command<R> command) {
        refused(who, text, room.submit(caller(who), id, command));
    }

    /** Somebody tries to write a record, which the kit refuses; the reason is told. */
    public <R> void attemptToOpen(PersonId who, String text, Records<R> room, Creation<R> creation) {
        refused(who, text, room.submit(caller(who), creation));
    }

    /** Somebody writes a record of which nothing is told. */
    public <R> RecordId silently(PersonId who, Records<R> room, Creation<R> creation) {
        RecordId id = done(room.submit(caller(who), creation)).id();
        deliverInPassing();
        return id;
    }

    /** Somebody does something of which nothing is told. */
    public <R> void silently(PersonId who, Records<R> room, RecordId id, Command<R> command) {
        done(room.submit(caller(who), id, command));
        deliverInPassing();
    }

    /** This problem is to be told with all that followed from it. */
    public void tellProblem(RecordId problem) {
        problems.add(problem);
    }

    /** This change is to be told as it stands in the end, after those that were named before. */
    public void tellChange(RecordId change) {
        changes.add(change);
    }

    /** Likewise this change model. */
    public void tellModel(RecordId model) {
        models.add(model);
    }

    /** Likewise this meeting. */
    public void tellMeeting(RecordId meeting) {
        meetings.add(meeting);
    }

    /** The account is to have a chapter of its own besides; in Markdown, after what is told of changes. */
    public void tellChapter(String title, List<String> inLines) {
        List<String> lines = List.copyOf(inLines);
        tellAlso((stage, heading, line) -> {
            heading.accept(title);
            lines.forEach(line);
        });
    }

    /** This is to be told besides, after all of that. */
    void tellAlso(Chapter chapter) {
        chapters.add(chapter);
    }

    /** Somebody tries something that the kit refuses; the reason is told. */
    public void attempt(PersonId who, String text, RecordId incident, Command<Incident> command) {
        refused(who, text, itsm.incidents().submit(caller(who), incident, command));
    }

    private void refused(PersonId who, String text, Either<Rejection, ?> outcome) {
        if (outcome.isRight()) {
            throw new IllegalStateException("the story says that this is refused: " + text);
        }
        tell(who, text + " Refused: \"" + outcome.getLeft().sentence() + "\"");
    }

    private static <R> Stored<R> done(Either<Rejection, Stored<R>> outcome) {
        return outcome.getOrElseThrow(
                rejection -> new IllegalStateException("the story cannot go on: " + rejection.sentence()));
    }

    private void tell(PersonId who, String text) {
        String told = text.replace("{who}", name(who));
        lines.add(new Line(now(), told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1)));
    }

    private void deliver() {
        database.tasks().runDue(itsm.tasks());
    }

    private void deliverInPassing() {
        int before = deliveries.size();
        deliver();
        inPassing += deliveries.size() - before;
        deliveries.subList(before, deliveries.size()).clear();
    }

    Caller caller(PersonId person) {
        return Caller.of(tenant, person);
    }

    /** What people call them. */
    String name(PersonId person) {
        return story.people().person(tenant, person).map(Person::name).orElse(person.value());
    }

    ZonedDateTime now() {
        return local(clock.instant());
    }

    ZonedDateTime local(Instant instant) {
        return instant.atZone(story.zone());
    }

    /** As 16 Mar 09:00: what takes weeks is not told by the day of the week. */
    String day(Instant instant) {
        return DAY_AND_TIME.format(local(instant));
    }

    Itsm itsm() {
        return itsm;
    }

    Database database() {
        return database;
    }

    TenantId tenant() {
        return tenant;
    }

    List<Line> lines() {
        return lines;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** How many messages were delivered because of what was not told. */
    int deliveredInPassing() {
        return inPassing;
    }

    List<RecordId> incidents() {
        return incidents;
    }

    List<RecordId> majorIncidents() {
        return majorIncidents;
    }

    List<RecordId> problems() {
        return problems;
    }

    List<RecordId> changes() {
        return changes;
    }

    List<RecordId> models() {
        return models;
    }

    List<RecordId> meetings() {
        return meetings;
    }

    List<Chapter> chapters() {
        return chapters;
    }

    /** How often those who audit were told of something until now, by code. */
    Map<String, Long> audited() {
        return audit.counts(tenant);
    }

    /** What people call a record. */
    String number(RecordRef ref) {
        return itsm.registry().all().stream()
                .filter(definition -> definition.kind().name().equals(ref.kind()))
                .flatMap(definition -> database.store().find(tenant, definition.kind(), ref.id()).stream())
                .map(stored -> number(stored.record()).orElse(ref.kind()))
                .findFirst()
                .orElse(ref.toString());
    }

    private static Optional<String> number(Object record) {
        if (record instanceof Ticketed<?> ticketed) {
            return Optional.of(ticketed.ticket().number());
        }
        if (record instanceof MajorIncident major) {
            return Optional.of(major.number());
        }
        if (record instanceof Service service) {
            return Optional.of(service.number());
        }
        if (record instanceof Improvement improvement) {
            return Optional.of(improvement.number());
        }
        if (record instanceof Directive directive) {
            return Optional.of(directive.number());
        }
        if (record instanceof GovernancePolicy policy) {
            return Optional.of(policy.number());
        }
        if (record instanceof CabMeeting meeting) {
            return Optional.of(meeting.number());
        }
        if (record instanceof Assessment assessment) {
            return Optional.of(assessment.number());
        }
        if (record instanceof Improvement improvement) {
            return Optional.of(improvement.number());
        }
        return record instanceof ChangeModel model ? Optional.of(model.number()) : Optional.empty();
    }

    /** The name of a person or group in a notice. */
    String addressee(Notice notice) {
        return notice.person()
                .map(this::name)
                .or(() -> notice.group().map(Object::toString))
                .orElse("nobody");
    }

    <R> R stored(RecordKind<R> kind, RecordId id) {
        return database.store().find(tenant, kind, id).orElseThrow().record();
    }

    Optional<Stored<Incident>> find(RecordId id) {
        return database.store().find(tenant, Incidents.KIND, id);
    }
}
