package org.itsmkit.change.cab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.change.cab.Meeting.CONTENT;
import static org.itsmkit.change.cab.Meeting.REVISED;
import static org.itsmkit.fixture.Company.CARLA;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.itsmkit.fixture.Company;
import org.itsmkit.kernel.Command;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.record.Link;

/** Whatever is done to an agenda, it is what a list on paper says. */
class AgendaPropertiesTest {

    /** What a change on paper is: what is to be decided of it, and what came of it. */
    private record Line(String content, String outcome) {}

    @Property(tries = 60)
    void anAgendaIsWhatAListOnPaperSays(@ForAll long seed) {
        Random random = new Random(seed);
        Company company = Company.open();
        Meeting meeting = Meeting.convened(company);
        List<RecordRef> changes = List.of(meeting.first(), meeting.change(), meeting.change(), meeting.change());
        Map<RecordRef, Line> paper = new LinkedHashMap<>();
        paper.put(meeting.first(), new Line(CONTENT, "open"));
        for (int i = 0; i < 25; i++) {
            RecordRef change = changes.get(random.nextInt(changes.size()));
            step(random.nextInt(5), change, random, meeting, paper);
            CabMeeting now = meeting.now();
            assertThat(now.agenda().stream().map(AgendaItem::change)).containsExactlyElementsOf(paper.keySet());
            assertThat(now.agenda().stream().map(AgendaPropertiesTest::line)).containsExactlyElementsOf(paper.values());
            assertThat(now.deferred())
                    .allSatisfy(ref -> assertThat(paper.get(ref).outcome()).isEqualTo("deferred"));
            assertThat(CabMeetings.KIND.links(now))
                    .extracting(Link::target)
                    .containsExactlyInAnyOrderElementsOf(paper.keySet());
        }
        boolean isSettled =
                paper.values().stream().noneMatch(line -> line.outcome().equals("open"));
        assertThat(tries(meeting, new CabMeetingCommand.Close())).isEqualTo(isSettled);
    }

    /** Does that in the meeting and on paper, if the paper says that it can be done; looks that the meeting says the same. */
    private static void step(int action, RecordRef change, Random random, Meeting meeting, Map<RecordRef, Line> paper) {
        Optional<Line> line = Optional.ofNullable(paper.get(change));
        boolean isVoted = line.map(one -> one.outcome().equals("voted")).orElse(false);
        String content = random.nextBoolean() ? CONTENT : REVISED;
        switch (action) {
            case 0 -> {
                boolean isAllowed = !isVoted;
                check(meeting, new AgendaCommand.PutOnAgenda(change, content, Optional.empty()), isAllowed);
                if (isAllowed) {
                    paper.put(change, new Line(content, "open"));
                }
            }
            case 1 -> {
                boolean isAllowed =
                        line.map(one -> one.outcome().equals("open")).orElse(false);
                check(meeting, new AgendaCommand.TakeOffAgenda(change), isAllowed);
                if (isAllowed) {
                    paper.remove(change);
                }
            }
            case 2 -> {
                boolean isAllowed = line.isPresent() && !isVoted;
                check(meeting, Meeting.approval(change, CARLA, DORA), isAllowed);
                line.filter(one -> isAllowed).ifPresent(one -> paper.put(change, new Line(one.content(), "voted")));
            }
            case 3 -> {
                boolean isAllowed = line.isPresent() && !isVoted;
                check(meeting, new AgendaCommand.Defer(change, "not now"), isAllowed);
                line.filter(one -> isAllowed).ifPresent(one -> paper.put(change, new Line(one.content(), "deferred")));
            }
            default -> {
                List<RecordRef> order = new ArrayList<>(paper.keySet());
                Collections.shuffle(order, random);
                check(meeting, new AgendaCommand.OrderAgenda(order), true);
                Map<RecordRef, Line> before = Map.copyOf(paper);
                paper.clear();
                order.forEach(ref -> paper.put(ref, before.get(ref)));
            }
        }
    }

    private static void check(Meeting meeting, Command<CabMeeting> command, boolean isAllowed) {
        assertThat(tries(meeting, command)).as("%s", command).isEqualTo(isAllowed);
    }

    private static boolean tries(Meeting meeting, Command<CabMeeting> command) {
        return meeting.company
                .itsm
                .cabMeetings()
                .submit(caller(DORA), meeting.id, command)
                .isRight();
    }

    private static Line line(AgendaItem item) {
        String outcome = item.decision()
                .map(decision -> decision.kind() == Decision.Kind.VOTED ? "voted" : "deferred")
                .orElse("open");
        return new Line(item.content(), outcome);
    }
}
