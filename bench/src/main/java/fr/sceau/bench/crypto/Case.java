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

    /** No target is set for the agreement of keys on a curve, which is most of what a small message costs then. */
    boolean judged() {
        return operation.signature() || kind != KeyKind.P_256;
    }

    String size() {
        return octets == SMALL ? "10 ko" : "10 Mo";
    }
}
