package org.itsmkit.examples.story;

import static org.itsmkit.change.model.ChangeOutcome.BACKED_OUT;
import static org.itsmkit.change.model.ChangeOutcome.FAILED;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL;
import static org.itsmkit.change.model.ChangeOutcome.SUCCESSFUL_WITH_ISSUES;
import static org.itsmkit.change.model.ChangeType.EMERGENCY;
import static org.itsmkit.change.model.ChangeType.NORMAL;
import static org.itsmkit.change.model.ChangeType.STANDARD;
import static org.itsmkit.examples.story.WorkedQuarter.Way.DESK;
import static org.itsmkit.examples.story.WorkedQuarter.Way.RETURNS;
import static org.itsmkit.examples.story.WorkedQuarter.Way.SUPPLIER;
import static org.itsmkit.examples.story.WorkedQuarter.Way.TEAM;

import java.util.List;
import org.itsmkit.examples.story.WorkedQuarter.Case;
import org.itsmkit.examples.story.WorkedQuarter.Made;

/** What came and what was made in the first and in the third quarter. */
final class Quarters {

    static final List<Case> FIRST_CASES = List.of(
            new Case("2026-01-07", 4, 25, DESK),
            new Case("2026-01-09", 6, 40, RETURNS),
            new Case("2026-01-12", 9, 410, SUPPLIER),
            new Case("2026-01-14", 3, 20, DESK),
            new Case("2026-01-19", 7, 95, TEAM),
            new Case("2026-01-21", 12, 530, SUPPLIER),
            new Case("2026-01-26", 5, 35, DESK),
            new Case("2026-01-28", 8, 55, RETURNS),
            new Case("2026-02-02", 6, 380, SUPPLIER),
            new Case("2026-02-04", 2, 30, DESK),
            new Case("2026-02-09", 10, 120, TEAM),
            new Case("2026-02-11", 7, 450, SUPPLIER),
            new Case("2026-02-16", 5, 45, RETURNS),
            new Case("2026-02-18", 11, 340, SUPPLIER),
            new Case("2026-02-23", 4, 15, DESK),
            new Case("2026-02-25", 6, 80, TEAM),
            new Case("2026-03-02", 9, 500, SUPPLIER),
            new Case("2026-03-04", 3, 50, DESK),
            new Case("2026-03-09", 8, 470, SUPPLIER),
            new Case("2026-03-11", 5, 60, RETURNS),
            new Case("2026-03-16", 7, 110, TEAM),
            new Case("2026-03-18", 10, 290, SUPPLIER),
            new Case("2026-03-23", 4, 35, DESK),
            new Case("2026-03-25", 6, 20, RETURNS));

    static final List<Made> FIRST_CHANGES = List.of(
            new Made("2026-01-08", 170, NORMAL, SUCCESSFUL),
            new Made("2026-01-15", 220, NORMAL, SUCCESSFUL_WITH_ISSUES),
            new Made("2026-01-22", 145, NORMAL, BACKED_OUT),
            new Made("2026-02-05", 195, NORMAL, SUCCESSFUL),
            new Made("2026-02-12", 310, NORMAL, SUCCESSFUL),
            new Made("2026-02-19", 6, EMERGENCY, SUCCESSFUL),
            new Made("2026-02-26", 120, NORMAL, SUCCESSFUL),
            new Made("2026-03-05", 260, NORMAL, FAILED),
            new Made("2026-03-12", 175, NORMAL, SUCCESSFUL));

    static final List<Case> THIRD_CASES = List.of(
            new Case("2026-07-01", 5, 30, DESK),
            new Case("2026-07-06", 6, 210, SUPPLIER),
            new Case("2026-07-08", 3, 45, RETURNS),
            new Case("2026-07-13", 8, 90, TEAM),
            new Case("2026-07-15", 4, 25, DESK),
            new Case("2026-07-20", 7, 180, SUPPLIER),
            new Case("2026-07-22", 6, 15, DESK),
            new Case("2026-07-27", 9, 240, SUPPLIER),
            new Case("2026-07-29", 5, 50, RETURNS),
            new Case("2026-08-03", 4, 20, DESK),
            new Case("2026-08-05", 7, 195, SUPPLIER),
            new Case("2026-08-10", 6, 70, TEAM),
            new Case("2026-08-12", 3, 35, DESK),
            new Case("2026-08-17", 10, 150, SUPPLIER),
            new Case("2026-08-19", 5, 60, RETURNS),
            new Case("2026-08-24", 8, 300, SUPPLIER),
            new Case("2026-08-26", 12, 40, DESK),
            new Case("2026-08-31", 9, 85, TEAM),
            new Case("2026-09-02", 14, 20, DESK),
            new Case("2026-09-07", 11, 165, SUPPLIER),
            new Case("2026-09-09", 16, 30, DESK),
            new Case("2026-09-14", 9, 105, TEAM),
            new Case("2026-09-16", 15, 225, SUPPLIER),
            new Case("2026-09-21", 13, 45, DESK));

    static final List<Made> THIRD_CHANGES = List.of(
            new Made("2026-07-02", 26, STANDARD, SUCCESSFUL),
            new Made("2026-07-09", 150, NORMAL, SUCCESSFUL),
            new Made("2026-07-16", 4, STANDARD, SUCCESSFUL),
            new Made("2026-07-23", 50, STANDARD, SUCCESSFUL),
            new Made("2026-07-30", 200, NORMAL, BACKED_OUT),
            new Made("2026-08-06", 28, STANDARD, SUCCESSFUL),
            new Made("2026-08-13", 75, STANDARD, SUCCESSFUL_WITH_ISSUES),
            new Made("2026-08-20", 30, STANDARD, SUCCESSFUL),
            new Made("2026-08-27", 5, STANDARD, SUCCESSFUL),
            new Made("2026-09-10", 52, STANDARD, SUCCESSFUL));

    private Quarters() {}
}
