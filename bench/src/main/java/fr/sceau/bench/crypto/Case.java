package fr.sceau.bench.crypto;

import java.util.ArrayList;
import java.util.List;

/** An operation with a kind of key and a size. */
record Case(Operation operation, KeyKind kind, int octets) {
    static final int SMALL = 10 << 10;
    static final int LARGE = 10 << 20;

    /** The cipher of 10 MB does not notice the recipient's key. */
    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (KeyKind kind : KeyKind.values()) {
                cases.add(new Case(operation, kind, SMALL));
                if (operation.signature() || kind == KeyKind.RSA_2048) {
                    cases.add(new Case(operation, kind, LARGE));
                }
            }
        }
        return cases;
    }

    String size() {
        return octets == SMALL ? "10 ko" : "10 Mo";
    }
}
