package fr.sceau.server.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.imap.api.message.IdRange;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.UidValidity;

/** Which message became which. Where that is not certain, because somebody expunged one meanwhile, nothing is said. */
final class TransferPairs {
    private final UidValidity target;
    private final List<IdRange> from = new ArrayList<>();
    private final List<IdRange> to = new ArrayList<>();
    private boolean certain = true;

    TransferPairs(UidValidity target) {
        this.target = target;
    }

    /** {@code were} and {@code are} in the order of the uids. */
    void add(List<MessageUid> were, List<MessageUid> are) {
        certain &= were.size() == are.size();
        append(from, were);
        append(to, are);
    }

    private static void append(List<IdRange> ranges, List<MessageUid> uids) {
        for (MessageUid each : uids) {
            long uid = each.asLong();
            int last = ranges.size() - 1;
            if (last >= 0 && ranges.get(last).getHighVal() == uid - 1) {
                ranges.set(last, new IdRange(ranges.get(last).getLowVal(), uid));
            } else {
                ranges.add(new IdRange(uid));
            }
        }
    }

    /** RFC 4315 3: none when nothing went. */
    Optional<ResponseCode> copyUid() {
        return certain && !to.isEmpty()
                ? Optional.of(ResponseCode.copyUid(target, from.toArray(IdRange[]::new), to.toArray(IdRange[]::new)))
                : Optional.empty();
    }
}
