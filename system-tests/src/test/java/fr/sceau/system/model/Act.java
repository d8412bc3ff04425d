package fr.sceau.system.model;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a client may do next, with its share of a hundred or so. */
enum Act {
    APPEND(16, Filing::append),
    STORE(26, Marking::store),
    COPY(9, Filing::copy),
    MOVE(8, Filing::move),
    UID_EXPUNGE(4, Marking::uidExpunge),
    EXPUNGE(3, Marking::expunge),
    FETCH(14, Looking::fetch),
    FETCH_CHANGED(4, Looking::fetchChanged),
    SEARCH(5, Searching::search),
    READ(4, Reading::read),
    STATUS(4, Looking::status),
    LIST(2, Names::list),
    MY_RIGHTS(2, Rights::mine),
    NOOP(7, Looking::noop),
    IDLE(4, Looking::idle),
    SELECT(4, Opening::select),
    CLOSE(2, Opening::close),
    RECONNECT(2, Opening::reconnect),
    FOLDER(5, Folders::change),
    RIGHTS(6, Rights::change);

    private static final Set<Act> OF_OWNERS = EnumSet.of(FOLDER, RIGHTS);
    private static final Set<Act> OF_COLLEAGUES = EnumSet.of(LIST, MY_RIGHTS);
    private static final Set<Act> ANYWHERE =
            EnumSet.of(APPEND, STATUS, LIST, MY_RIGHTS, NOOP, RECONNECT, FOLDER, RIGHTS);

    private final int weight;
    private final Doing doing;

    Act(int weight, Doing doing) {
        this.weight = weight;
        this.doing = doing;
    }

    private interface Doing {
        void by(Client client) throws IOException;
    }

    /** What such a client may do, each as often as it weighs. */
    static List<Act> choice(Standing standing) {
        Set<Act> others = standing.owner() ? OF_COLLEAGUES : OF_OWNERS;
        return Arrays.stream(values())
                .filter(act -> !others.contains(act))
                .flatMap(act -> Collections.nCopies(act.weight, act).stream())
                .toList();
    }

    /** Nothing happens where it takes an open mailbox and none could be opened. */
    void of(Client client) throws IOException {
        if (client.working() || ANYWHERE.contains(this)) {
            doing.by(client);
        }
    }
}
