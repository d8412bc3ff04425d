package fr.sceau.smime;

import java.util.stream.Stream;

/**
 * A mail that says it is from somebody who did not write it as it is shown, or an honest one that looks like it.
 *
 * @param code of the verdict that it must get
 */
record Forgery(String name, String code, Message message, Setting setting) {
    /** The world's own, in which TEST certificates are accepted. */
    static final Setting ORDINARY = World::verifier;

    /** Makes the mail when the test runs. */
    @FunctionalInterface
    interface Message {
        String text() throws Exception;
    }

    /** Who judges it. */
    @FunctionalInterface
    interface Setting {
        MessageVerifier verifier(World world) throws Exception;
    }

    /** Those that must not be trusted. */
    static Stream<Forgery> all() {
        return Stream.of(
                        ForgedContent.all(),
                        ForgedAttributes.all(),
                        ForgedCertificates.all(),
                        ForgedStructures.all(),
                        ForgedLayers.all(),
                        ForgedSenders.all())
                .flatMap(all -> all);
    }

    static Forgery of(String name, String code, Message message) {
        return new Forgery(name, code, message, ORDINARY);
    }

    static Forgery honest(String name, Message message) {
        return of(name, "trusted", message);
    }

    Forgery judgedBy(Setting other) {
        return new Forgery(name, code, message, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
