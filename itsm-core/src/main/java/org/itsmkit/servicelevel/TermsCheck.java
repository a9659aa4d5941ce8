package org.itsmkit.servicelevel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmkit.calendar.CalendarData;
import org.itsmkit.kernel.FieldCondition;
import org.itsmkit.kernel.Inputs;
import org.itsmkit.kernel.Violation;
import org.itsmkit.servicelevel.clock.Amount;
import org.itsmkit.servicelevel.clock.Condition;
import org.itsmkit.servicelevel.clock.Metric;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.Keys;
import org.itsmkit.spi.Texts;

/** Whether terms can be agreed: everything that is wrong with them is told at once. */
final class TermsCheck {

    /** The most kinds of record of one agreement. */
    static final int MOST_KINDS = 100;

    /** The most parts of all conditions of an agreement together, each value that they speak of counted. */
    static final int MOST_PARTS = 10_000;

    /** The most code points of a text of which a condition speaks. */
    static final int TEXT_LENGTH = 255;

    /** The most rules and ranges of all service hours of an agreement together. */
    static final int MOST_RULES = 10_000;

    private static final int MOST_DEPTH = 8;

    private final Inputs inputs = Inputs.check();
    private final ProposedTerms terms;
    private final Map<String, CalendarData> calendars;
    private int parts;

    private TermsCheck(ProposedTerms terms, Map<String, CalendarData> calendars) {
        this.terms = terms;
        this.calendars = calendars;
    }

    /** What is wrong with {@code terms}, where hours may be taken from {@code calendars}. */
    static List<Violation> of(ProposedTerms terms, Map<String, CalendarData> calendars) {
        return new TermsCheck(terms, calendars).violations();
    }

    private List<Violation> violations() {
        require(terms.kinds().size() <= MOST_KINDS, "too-many-kinds", "kinds", "There are too many kinds of record.");
        require(
                terms.kinds().stream().limit(MOST_KINDS).allMatch(TermsCheck::isCode),
                "kind-is-no-name",
                "kinds",
                "Kinds of record have other names.");
        require(
                terms.commitments().size() <= Terms.MOST_COMMITMENTS,
                "too-many-commitments",
                "commitments",
                "An agreement has at most " + Terms.MOST_COMMITMENTS + " commitments.");
        coverage(terms.coverage());
        Set<String> names = new HashSet<>();
        Set<String> taken = new HashSet<>(terms.hours().keySet());
        for (Commitment commitment :
                terms.commitments().stream().limit(Terms.MOST_COMMITMENTS).toList()) {
            commitment(commitment, names, taken);
        }
        require(
                taken.size() <= Terms.MOST_HOURS,
                "too-many-hours",
                "hours",
                "An agreement has at most " + Terms.MOST_HOURS + " service hours.");
        require(
                terms.hours().keySet().stream().allMatch(TermsCheck::isCode),
                "hours-are-no-name",
                "hours",
                "Service hours have other names.");
        require(
                terms.hours().values().stream().mapToLong(TermsCheck::rules).sum() <= MOST_RULES,
                "hours-too-long",
                "hours",
                "The service hours have more than " + MOST_RULES + " rules.");
        require(
                terms.zoneBy().size() <= Terms.MOST_ZONES
                        && terms.zoneBy().stream().limit(Terms.MOST_ZONES).allMatch(TermsCheck::isCode),
                "zones-are-no-fields",
                "zoneBy",
                "At most " + Terms.MOST_ZONES + " fields tell of time zones, by their names.");
        require(parts <= MOST_PARTS, "conditions-too-long", "commitments", "The conditions have too many parts.");
        return inputs.violations();
    }

    private void commitment(Commitment commitment, Set<String> names, Set<String> taken) {
        String name = commitment.name();
        require(names.add(name), "commitment-twice", name, "Two commitments are called " + name + ".");
        coverage(commitment.when());
        commitment.hours().ifPresent(hours -> {
            boolean isThere = terms.hours().containsKey(hours) || calendars.containsKey(hours);
            require(isThere, "hours-unknown", name, "There are no service hours " + hours + ".");
            if (isThere) {
                taken.add(hours);
            }
        });
        require(
                commitment.hours().isPresent() || !(commitment.target().amount() instanceof Amount.WorkingDays),
                "days-need-hours",
                name,
                "Commitment " + name + " counts working days, and says by which hours there are any.");
        Metric metric = commitment.target().metric();
        List.of(metric.start(), metric.pause(), metric.stop(), metric.next(), metric.reset(), metric.cancel())
                .forEach(this::condition);
    }

    private void coverage(FieldCondition condition) {
        require(
                condition.actions().isEmpty(),
                "speaks-of-actions",
                "commitments",
                "What is promised of a record does not depend on what is being done to it.");
        condition.whole().forEach(part -> {
            parts++;
            if (part instanceof FieldCondition.Has has) {
                parts += has.oneOf().size();
                has.oneOf().stream().limit(MOST_PARTS).forEach(this::value);
            }
        });
    }

    private void value(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            text(text.value());
        } else if (value instanceof FieldValue.ListOf list) {
            parts += list.values().size();
            list.values().stream().limit(MOST_PARTS).forEach(this::value);
        }
    }

    private void text(String text) {
        boolean isSound = text.length() <= 2 * TEXT_LENGTH
                && text.codePointCount(0, text.length()) <= TEXT_LENGTH
                && Texts.firstUnstorable(text).isEmpty();
        if (!isSound && inputs.violations().stream().noneMatch(v -> v.code().equals("agreement.text-not-kept"))) {
            require(
                    false,
                    "text-not-kept",
                    "commitments",
                    "A text of which conditions speak is too long, or cannot be kept.");
        }
    }

    private record Layer(Condition condition, int depth) {}

    /** In as many steps as parts are allowed, however deep they lie. */
    private void condition(Condition whole) {
        Deque<Layer> open = new ArrayDeque<>(List.of(new Layer(whole, 1)));
        while (!open.isEmpty() && parts <= MOST_PARTS) {
            Layer next = open.pop();
            parts += next.depth() > MOST_DEPTH ? MOST_PARTS : 1;
            Condition condition = next.condition();
            if (condition instanceof Condition.All all) {
                all.conditions().forEach(part -> open.push(new Layer(part, next.depth() + 1)));
            } else if (condition instanceof Condition.Any any) {
                any.conditions().forEach(part -> open.push(new Layer(part, next.depth() + 1)));
            } else if (condition instanceof Condition.Not not) {
                open.push(new Layer(not.condition(), next.depth() + 1));
            } else if (condition instanceof Condition.InStatus status) {
                names(status.names());
            } else if (condition instanceof Condition.WaitsFor waits) {
                names(waits.reasons());
            } else if (condition instanceof Condition.Marked marked) {
                names(marked.names());
            } else if (condition instanceof Condition.WithGroup group) {
                parts += group.groups().size();
            }
        }
    }

    private void names(Set<String> names) {
        parts += names.size();
        names.stream().limit(MOST_PARTS).forEach(this::text);
    }

    private static long rules(CalendarData hours) {
        return hours.versions().stream()
                .mapToLong(version -> version.days().size()
                        + version.days().stream()
                                .mapToLong(
                                        day -> day.ranges().size() + day.name().length() / TEXT_LENGTH)
                                .sum()
                        + version.weekly().values().stream()
                                .mapToLong(List::size)
                                .sum())
                .sum();
    }

    private void require(boolean holds, String code, String field, String sentence) {
        inputs.require(holds, "agreement." + code, field, sentence);
    }

    private static boolean isCode(String name) {
        try {
            Keys.requireCode(name, "name");
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
