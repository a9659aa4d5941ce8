package org.itsmkit.knownerror.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.itsmkit.engine.Records;
import org.itsmkit.knownerror.KnownError;
import org.itsmkit.knownerror.KnownErrors;
import org.itsmkit.lifecycle.Phase;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.query.Words;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.ticket.AffectedItem;
import org.itsmkit.ticket.Ticket;
import org.itsmkit.ticket.similar.Likeness;
import org.itsmkit.ticket.similar.Suggestion;

/**
 * Finds the known errors that may be at work. Each gets points for what it has in common with the signs, and is suggested if it has
 * enough:
 *
 * <ul>
 *   <li>40 for an error code that both have;
 *   <li>25 for a configuration item that both have, and 10 more if both have it in the same version;
 *   <li>10 for the service;
 *   <li>15 for the category, or 8 if one lies below the other;
 *   <li>40 × <i>words of both</i> / <i>words of either</i>, rounded down, of what people say and of the symptom or the title, whichever
 *       has more in common with it.
 * </ul>
 *
 * <p>A known error that is about configuration items is left out where all of those that both have are there in other versions, for it
 * is not known in those. The same question about the same known errors always gives the same answer. Immutable; safe for use by many
 * threads.
 *
 * @param threshold the least points of a suggestion, 1 or more
 * @param most the most suggestions, 1 to {@value #MOST}
 */
public record KnownErrorMatch(int threshold, int most) {

    /** The most suggestions. */
    public static final int MOST = 100;

    /** The most known errors that {@link #find} compares with, those changed last first. */
    public static final int CANDIDATES = 500;

    private static final int ERROR_CODE = 40;
    private static final int ITEM = 25;
    private static final int VERSION = 10;
    private static final int SERVICE = 10;
    private static final int CATEGORY = 15;
    private static final int CATEGORY_BELOW = 8;
    private static final int WORDS = 40;
    private static final int WORDS_ASKED_FOR = 8;

    private static final Comparator<Suggestion> BEST_FIRST =
            Comparator.comparingInt(Suggestion::score).reversed().thenComparing(Suggestion::id);

    public KnownErrorMatch {
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold is 1 or more, not " + threshold);
        }
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("at most 1 to " + MOST + " suggestions, not " + most);
        }
    }

    /** The five best of 25 points or more. */
    public static KnownErrorMatch standard() {
        return new KnownErrorMatch(25, 5);
    }

    /**
     * Returns those of {@code candidates} that may be at work, the best first, and of equally good ones that of the lower id. Those that
     * are retired are not. Pure.
     */
    public List<Suggestion> among(Collection<Stored<KnownError>> candidates, Signs signs) {
        return candidates.stream()
                .filter(candidate -> !candidate.record().ticket().phase().isOver())
                .filter(candidate -> !isOfOtherVersions(candidate.record().ticket(), signs))
                .map(candidate -> compare(candidate, signs))
                .filter(suggestion -> suggestion.score() >= threshold)
                .sorted(BEST_FIRST)
                .limit(most)
                .toList();
    }

    /**
     * Returns the known errors that may be at work and that {@code caller} may know of: compared are the {@value #CANDIDATES} last
     * changed of those that share an item, an error code, the service, the category or a word with the signs.
     *
     * @param knownErrors the door to known errors
     */
    public List<Suggestion> find(Records<KnownError> knownErrors, Caller caller, Signs signs) {
        Optional<Condition> condition = condition(signs);
        return condition
                .map(alike -> among(
                        knownErrors
                                .query(
                                        caller,
                                        Query.where(alike)
                                                .orderBy(KnownErrors.FIELDS.updated.descending())
                                                .limit(CANDIDATES))
                                .items(),
                        signs))
                .orElse(List.of());
    }

    private static Optional<Condition> condition(Signs signs) {
        List<Condition> alike = new ArrayList<>();
        List<AffectedItem> items = List.copyOf(signs.affected().items());
        if (!items.isEmpty()) {
            alike.add(KnownErrors.FIELDS.configurationItem.isIn(
                    items.stream().map(AffectedItem::item).distinct().toList()));
        }
        if (!signs.affected().errorCodes().isEmpty()) {
            alike.add(KnownErrors.FIELDS.errorCode.isIn(
                    List.copyOf(signs.affected().errorCodes())));
        }
        signs.service().ifPresent(service -> alike.add(KnownErrors.FIELDS.service.is(service)));
        signs.category().ifPresent(category -> alike.add(KnownErrors.FIELDS.category.is(category)));
        // Long words first: they tell more than short ones.
        Words.of(signs.words()).stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(WORDS_ASKED_FOR)
                .forEach(word -> {
                    alike.add(Condition.words(KnownErrors.FIELDS.title.key(), word));
                    alike.add(Condition.words(KnownErrors.SYMPTOM.key(), word));
                });
        return alike.isEmpty()
                ? Optional.empty()
                : Optional.of(Condition.and(
                        KnownErrors.FIELDS.phase.isIn(List.of(Phase.NEW, Phase.ACTIVE, Phase.WAITING, Phase.RESOLVED)),
                        Condition.or(alike.toArray(Condition[]::new))));
    }

    private static boolean isOfOtherVersions(Ticket known, Signs signs) {
        boolean sharesAnItem = false;
        for (AffectedItem item : known.affectedOrBlank().items()) {
            for (AffectedItem sign : signs.affected().items()) {
                if (item.mayBe(sign)) {
                    return false;
                }
                sharesAnItem |= item.item().equals(sign.item());
            }
        }
        return sharesAnItem;
    }

    private static Suggestion compare(Stored<KnownError> candidate, Signs signs) {
        KnownError error = candidate.record();
        Ticket ticket = error.ticket();
        Likeness likeness = new Likeness();
        TreeSet<String> codes = new TreeSet<>(ticket.affectedOrBlank().errorCodes());
        codes.retainAll(signs.affected().errorCodes());
        codes.stream().findFirst().ifPresent(code -> likeness.shared("error-code", ERROR_CODE, code));
        items(likeness, ticket, signs);
        likeness.same("service", SERVICE, ticket.service(), signs.service())
                .category(CATEGORY, CATEGORY_BELOW, ticket.category(), signs.category());
        Likeness bySymptom = new Likeness().words("words", WORDS, error.symptom(), signs.words());
        Likeness byTitle = new Likeness().words("words", WORDS, ticket.title(), signs.words());
        (byTitle.score() > bySymptom.score() ? byTitle : bySymptom)
                .reasons()
                .forEach(reason -> likeness.shared(reason.code(), reason.points(), reason.shared()));
        return new Suggestion(candidate.id(), ticket.number(), ticket.title(), likeness.score(), likeness.reasons());
    }

    /** One item counts, however many both have; one of the same version before others. */
    private static void items(Likeness likeness, Ticket known, Signs signs) {
        TreeSet<String> items = new TreeSet<>();
        TreeSet<String> versions = new TreeSet<>();
        for (AffectedItem item : known.affectedOrBlank().items()) {
            for (AffectedItem sign : signs.affected().items()) {
                if (item.mayBe(sign)) {
                    items.add(item.item().value());
                    item.version()
                            .filter(version -> sign.version().isPresent())
                            .ifPresent(version -> versions.add(item.item().value() + " " + version));
                }
            }
        }
        items.stream().findFirst().ifPresent(item -> likeness.shared("configuration-item", ITEM, item));
        versions.stream().findFirst().ifPresent(version -> likeness.shared("version", VERSION, version));
    }
}
