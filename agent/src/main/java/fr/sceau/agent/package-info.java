/**
 * The agent of a laboratory or a practice: one jar, on its own computer, that sends results by the operator's submission
 * service.
 *
 * <p>The private key stays here. Read {@link fr.sceau.agent.batch.Batch} first; the recipients table is described in
 * {@link fr.sceau.agent.table}, the ledger that makes an interruption harmless in {@link fr.sceau.agent.ledger}.
 */
@NullMarked
package fr.sceau.agent;

import org.jspecify.annotations.NullMarked;
