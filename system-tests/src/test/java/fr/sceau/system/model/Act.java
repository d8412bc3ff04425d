package fr.sceau.system.model;

import java.io.IOException;

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
    SEARCH(5, Looking::search),
    STATUS(4, Looking::status),
    NOOP(7, Looking::noop),
    IDLE(4, Looking::idle),
    SELECT(4, Opening::select),
    CLOSE(2, Opening::close),
    RECONNECT(2, Opening::reconnect),
    FOLDER(5, Folders::change),
    RIGHTS(4, Rights::change);

    private final int weight;
    private final Doing doing;

    Act(int weight, Doing doing) {
        this.weight = weight;
        this.doing = doing;
    }

    private interface Doing {
        void by(Client client) throws IOException;
    }

    int weight() {
        return weight;
    }

    void of(Client client) throws IOException {
        doing.by(client);
    }
}
