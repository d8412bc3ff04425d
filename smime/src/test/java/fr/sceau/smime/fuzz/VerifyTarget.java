package fr.sceau.smime.fuzz;

import fr.sceau.smime.RawMessage;
import java.io.IOException;

/** Never throws; what is trusted, an honest sender wrote. */
final class VerifyTarget implements Target {
    private final FuzzWorld world;
    private final HonestRecord honest;

    VerifyTarget(FuzzWorld world) throws IOException {
        this.world = world;
        this.honest = new HonestRecord(world);
    }

    @Override
    public void check(byte[] octets) throws IOException {
        honest.confirm(octets, world.verifier().verify(RawMessage.of(octets), FuzzWorld.NOW));
    }
}
