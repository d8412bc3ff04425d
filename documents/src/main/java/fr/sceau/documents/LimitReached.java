package fr.sceau.documents;

import java.io.IOException;

/** A limit of {@link Limits} was met while looking into one content. */
final class LimitReached extends IOException {
    private static final long serialVersionUID = 1L;

    private final String flag;

    LimitReached(String flag) {
        super(flag);
        this.flag = flag;
    }

    String flag() {
        return flag;
    }
}
