/**
 * A host with ideas of its own about changes: a bank. Nothing here is known to the kit, and nothing of the kit is altered; the bank hands in
 * what it has otherwise, and all of it holds wherever the kit's own would: in commands, offers, forms, history and the fold law.
 *
 * <p>What the bank has: rules of its own ({@link org.itsmkit.examples.bank.BankPolicy}), approvals by four eyes with a veto against risk
 * ({@link org.itsmkit.examples.bank.BankPractice}), a lifecycle with places of its own and a board for it ({@link
 * org.itsmkit.examples.bank.ReleaseTrain}), and something that follows from what happens ({@link
 * org.itsmkit.examples.bank.ProblemOfBackedOutChange}). {@link org.itsmkit.examples.bank.Bank} puts it together.
 */
@NullMarked
package org.itsmkit.examples.bank;

import org.jspecify.annotations.NullMarked;
