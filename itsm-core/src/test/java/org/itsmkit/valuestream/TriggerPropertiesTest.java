package org.itsmkit.valuestream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.itsmkit.kernel.Category;
import org.itsmkit.kernel.MajorIncidentTailoring;
import org.itsmkit.kernel.MajorIncidentTrigger;
import org.itsmkit.kernel.Priority;
import org.itsmkit.kernel.ServiceId;

/** Triggers are asked in their order, and each asks for all that it names: against a reading of texts. */
class TriggerPropertiesTest {

    private static final List<String> CATEGORIES = List.of("a", "a/b", "ab", "a/bc", "c", "c/a");
    private static final List<String> SERVICES = List.of("mail", "shop", "mails");

    /** What a trigger asks for, as texts and numbers alone; 0 and empty for nothing. */
    private record Wish(int rank, int children, Set<String> services, Set<String> categories) {}

    @Provide
    static Arbitrary<Wish> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(SERVICES).set().ofMaxSize(2),
                        Arbitraries.of(CATEGORIES).set().ofMaxSize(2))
                .as(Wish::new)
                .filter(wish -> wish.rank() + wish.children() > 0
                        || !wish.services().isEmpty()
                        || !wish.categories().isEmpty());
    }

    @Provide
    static Arbitrary<MajorIncidentTrigger.Candidate> candidates() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(SERVICES).optional(),
                        Arbitraries.of(CATEGORIES).optional(),
                        Arbitraries.longs().between(0, 5))
                .as((rank, service, category, children) -> new MajorIncidentTrigger.Candidate(
                        new Priority(rank, "p" + rank),
                        service.map(ServiceId::of),
                        category.map(Category::of),
                        children));
    }

    @Property
    void theFirstThatIsMetIsTheOneThatIsNamed(
            @ForAll("lists") List<Wish> wishes, @ForAll("candidates") MajorIncidentTrigger.Candidate incident) {
        List<MajorIncidentTrigger> triggers = new ArrayList<>();
        Optional<String> expected = Optional.empty();
        for (Wish wish : wishes) {
            String name = "t" + triggers.size();
            triggers.add(trigger(name, wish));
            if (expected.isEmpty() && isMet(wish, incident)) {
                expected = Optional.of(name);
            }
        }

        Optional<MajorIncidentTrigger> found =
                new MajorIncidentTailoring(triggers, Optional.empty()).firstFor(incident);

        assertThat(found.map(MajorIncidentTrigger::name)).isEqualTo(expected);
        found.ifPresent(trigger -> assertThat(trigger.explain(incident))
                .startsWith(trigger.name() + ": ")
                .hasSizeGreaterThan(6));
    }

    @Provide
    static Arbitrary<List<Wish>> lists() {
        return wishes().list().ofMaxSize(6);
    }

    private static MajorIncidentTrigger trigger(String name, Wish wish) {
        return MajorIncidentTrigger.builder()
                .name(name)
                .priorityAtLeast(wish.rank() == 0 ? Optional.empty() : Optional.of(new Priority(wish.rank(), "least")))
                .childrenAtLeast(wish.children() == 0 ? Optional.empty() : Optional.of(wish.children()))
                .services(wish.services().stream().map(ServiceId::of).collect(Collectors.toSet()))
                .categories(wish.categories().stream().map(Category::of).collect(Collectors.toSet()))
                .build();
    }

    private static boolean isMet(Wish wish, MajorIncidentTrigger.Candidate incident) {
        String service = incident.service().map(ServiceId::value).orElse("");
        String category = incident.category().map(Category::value).orElse("") + "/";
        boolean tooMild = wish.rank() != 0 && incident.priority().rank() > wish.rank();
        boolean tooFew = incident.children() < wish.children();
        boolean otherService = !wish.services().isEmpty() && !wish.services().contains(service);
        boolean otherCategory = !wish.categories().isEmpty()
                && wish.categories().stream().noneMatch(wanted -> category.startsWith(wanted + "/"));
        return !(tooMild || tooFew || otherService || otherCategory);
    }
}
