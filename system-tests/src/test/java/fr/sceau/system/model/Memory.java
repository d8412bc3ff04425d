package fr.sceau.system.model;

import java.util.List;
import java.util.Map;

/**
 * What a client keeps of a mailbox that it closes.
 *
 * @param modSeq HIGHESTMODSEQ when it opened it
 * @param uids by position, 0 where it does not know
 * @param flags of those whose flags it knows
 */
record Memory(long modSeq, List<Long> uids, Map<Long, Integer> flags) {
    boolean complete() {
        return !uids.contains(0L);
    }
}
