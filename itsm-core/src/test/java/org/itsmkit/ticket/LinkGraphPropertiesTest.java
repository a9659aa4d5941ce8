package org.itsmkit.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmkit.fixture.Company.DORA;
import static org.itsmkit.fixture.Company.caller;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.itsmkit.engine.FoldLaw;
import org.itsmkit.fixture.Company;
import org.itsmkit.incident.Incident;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.record.Link;
import org.itsmkit.spi.store.Stored;

/**
 * Whatever people link, unlink, merge and take apart: no circle where there must be none, no link lost and none made up, against a model
 * that keeps arrows between small numbers and looks for circles by trying every way.
 */
class LinkGraphPropertiesTest {

    private static final int INCIDENTS = 7;

    private static final List<String> TYPES =
            List.of("parent", "duplicate-of", "caused-by", "blocks", "related", "mentions");

    private static final Set<String> WITHOUT_CIRCLES = Set.of("parent", "duplicate-of", "caused-by", "blocks");

    private static final Set<String> ONLY_ONE = Set.of("parent", "duplicate-of");

    private enum Deed {
        LINK,
        UNLINK,
        MERGE,
        UNMERGE
    }

    private record Step(Deed deed, String type, int from, int to) {}

    private record Arrow(int from, String type, int to) {}

    /** What the model knows: arrows, and what is merged into what. */
    private static final class Model {

        private final Set<Arrow> arrows = new HashSet<>();
        private final Map<Integer, Integer> merged = new HashMap<>();

        /** Does it if it may be done. */
        boolean does(Step step) {
            return switch (step.deed()) {
                case LINK -> link(step.from(), step.type(), step.to());
                case UNLINK -> unlink(step.from(), step.type(), step.to());
                case MERGE -> merge(step.from(), step.to());
                case UNMERGE -> unmerge(step.from());
            };
        }

        /** What was merged keeps its arrow until the merger is taken back. */
        private boolean unlink(int from, String type, int to) {
            boolean isMerged = type.equals(LinkType.DUPLICATE_OF.value())
                    && Integer.valueOf(to).equals(merged.get(from));
            if (!isMerged) {
                arrows.remove(new Arrow(from, type, to));
            }
            return !isMerged;
        }

        private boolean link(int from, String type, int to) {
            boolean isTaken = ONLY_ONE.contains(type)
                    && arrows.stream()
                            .anyMatch(a -> a.from() == from && a.type().equals(type) && a.to() != to);
            if (isTaken || from == to || closes(from, type, to)) {
                return false;
            }
            arrows.add(new Arrow(from, type, to));
            return true;
        }

        private boolean merge(int from, int to) {
            boolean isDuplicateOfAnother =
                    arrows.stream().anyMatch(a -> a.from() == from && a.type().equals("duplicate-of") && a.to() != to);
            if (from == to
                    || merged.containsKey(from)
                    || merged.containsKey(to)
                    || isDuplicateOfAnother
                    || closes(from, "duplicate-of", to)
                    || closes(from, "parent", to)) {
                return false;
            }
            Set<Arrow> carried = arrows.stream()
                    .filter(a -> a.from() == from && !ONLY_ONE.contains(a.type()) && a.to() != to)
                    .filter(a -> !closes(to, a.type(), a.to()))
                    .map(a -> new Arrow(to, a.type(), a.to()))
                    .collect(Collectors.toSet());
            arrows.addAll(carried);
            Set<Arrow> children = arrows.stream()
                    .filter(a -> a.type().equals("parent") && a.to() == from)
                    .collect(Collectors.toSet());
            arrows.removeAll(children);
            children.forEach(a -> arrows.add(new Arrow(a.from(), "parent", to)));
            arrows.add(new Arrow(from, "duplicate-of", to));
            merged.put(from, to);
            return true;
        }

        private boolean unmerge(int from) {
            Integer to = merged.remove(from);
            if (to == null) {
                return false;
            }
            arrows.remove(new Arrow(from, "duplicate-of", to));
            return true;
        }

        private boolean closes(int from, String type, int to) {
            return WITHOUT_CIRCLES.contains(type) && leads(type, to, from, new ArrayList<>());
        }

        private boolean leads(String type, int start, int end, List<Integer> way) {
            if (start == end) {
                return true;
            }
            if (way.contains(start)) {
                return false;
            }
            List<Integer> longer = new ArrayList<>(way);
            longer.add(start);
            return arrows.stream()
                    .filter(a -> a.from() == start && a.type().equals(type))
                    .anyMatch(a -> leads(type, a.to(), end, longer));
        }

        void assertNoCircles() {
            for (Arrow arrow : arrows) {
                assertThat(closes(arrow.from(), arrow.type(), arrow.to()))
                        .as("a circle through %s", arrow)
                        .isFalse();
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, INCIDENTS - 1);
        Arbitrary<Deed> deeds =
                Arbitraries.of(Deed.LINK, Deed.LINK, Deed.LINK, Deed.LINK, Deed.UNLINK, Deed.MERGE, Deed.UNMERGE);
        return Combinators.combine(deeds, Arbitraries.of(TYPES), any, any)
                .as(Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(70);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void noForbiddenCircleAndNoLostLink(@ForAll("steps") List<Step> steps) {
        Company company = Company.open();
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < INCIDENTS; i++) {
            ids.add(company.log().id());
        }
        Model model = new Model();
        for (Step step : steps) {
            Either<Rejection, Stored<Incident>> outcome =
                    company.itsm.incidents().submit(caller(DORA), ids.get(step.from()), command(step, ids));
            assertThat(outcome.isRight()).as("%s gave %s", step, outcome).isEqualTo(model.does(step));
            company.work();
            assertThat(arrows(company, ids)).as("after %s", step).isEqualTo(model.arrows);
        }
        model.assertNoCircles();
        assertBothEndsAgree(company, ids, model);
        assertThat(company.audited.stream().filter(v -> v.code().equals("reaction.refused")))
                .isEmpty();
        assertThat(FoldLaw.check(company.store, Company.ACME, Incidents.KIND, checked -> {})
                        .breaks())
                .isEmpty();
    }

    private static Command<Incident> command(Step step, List<RecordId> ids) {
        var to = Company.incident(ids.get(step.to()));
        return switch (step.deed()) {
            case LINK -> new TicketCommand.LinkTo<>(LinkType.of(step.type()), to);
            case UNLINK -> new TicketCommand.Unlink<>(LinkType.of(step.type()), to);
            case MERGE -> new TicketMergeCommand.MergeInto<>(to);
            case UNMERGE -> new TicketMergeCommand.Unmerge<>("something else");
        };
    }

    private static Set<Arrow> arrows(Company company, List<RecordId> ids) {
        Set<Arrow> arrows = new HashSet<>();
        for (int from = 0; from < ids.size(); from++) {
            for (Link link : company.now(ids.get(from)).record().ticket().links()) {
                arrows.add(
                        new Arrow(from, link.type(), ids.indexOf(link.target().id())));
            }
        }
        return arrows;
    }

    /** What points at a record is found from there; what was merged into it is remembered there. */
    private static void assertBothEndsAgree(Company company, List<RecordId> ids, Model model) {
        for (int i = 0; i < ids.size(); i++) {
            int to = i;
            for (String type : TYPES) {
                Set<Integer> found = company
                        .itsm
                        .incidents()
                        .query(caller(DORA), Query.where(LinkType.of(type).to(Company.incident(ids.get(to)))))
                        .items()
                        .stream()
                        .map(stored -> ids.indexOf(stored.id()))
                        .collect(Collectors.toSet());
                assertThat(found)
                        .isEqualTo(model.arrows.stream()
                                .filter(a -> a.type().equals(type) && a.to() == to)
                                .map(Arrow::from)
                                .collect(Collectors.toSet()));
            }
            Ticket ticket = company.now(ids.get(i)).record().ticket();
            assertThat(ticket.merger().map(m -> ids.indexOf(m.into().id())))
                    .isEqualTo(Optional.ofNullable(model.merged.get(i)));
            model.merged.forEach((source, target) -> {
                if (target == to) {
                    assertThat(ticket.duplicates())
                            .extracting(Duplicate::ref)
                            .contains(Company.incident(ids.get(source)));
                }
            });
        }
    }
}
