/**
 * Who must say yes, and whether they have. A rule is put together of authorities: any of the team, two of three of the board, none of those
 * who may object; all of some in parallel, so many of some, one after the other. It is asked once, of people who are then settled, for one
 * content; what their votes come to is worked out whenever one wants to know, and is decided as soon as no vote to come can change it.
 *
 * <p>Five things hold throughout:
 *
 * <ul>
 *   <li>Everybody has one vote in each authority that they belong to, and it is final. Only what a delegate said for somebody may be
 *       replaced by that person, as long as it is not decided.
 *   <li>Who abstains has voted, but has not approved.
 *   <li>Nobody approves their own: whoever is excluded neither votes, nor is voted for, nor counts among the eligible.
 *   <li>Whoever may veto must have spoken before anything is approved, or their time must be over.
 *   <li>What is decided stays so: for the content that was asked about, and as long as it is valid.
 * </ul>
 *
 * <p>Pure, immutable and safe for use by many threads. It knows neither changes nor requests, nor anything else that is approved.
 */
@NullMarked
package org.itsmkit.approval;

import org.jspecify.annotations.NullMarked;
