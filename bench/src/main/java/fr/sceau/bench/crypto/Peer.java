package fr.sceau.bench.crypto;

import java.util.List;

/** Who computes. */
public enum Peer {
    ACCELERATED(List.of()),
    JAVA(List.of("-Dsceau.accelerator=off")),
    OPENSSL(List.of());

    private final List<String> flags;

    Peer(List<String> flags) {
        this.flags = flags;
    }

    /** Of the process that measures it. */
    List<String> flags() {
        return flags;
    }
}
