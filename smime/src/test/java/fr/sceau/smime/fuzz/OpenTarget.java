package fr.sceau.smime.fuzz;

import fr.sceau.smime.Layers;
import fr.sceau.smime.MessageOpener;
import fr.sceau.smime.Opening;
import fr.sceau.smime.RawMessage;
import java.io.IOException;

/**
 * Never throws; what something vouches for, somebody sealed; what is trusted after it was opened, an honest sender wrote; and
 * the layers never say more than the two together.
 */
final class OpenTarget implements Target {
    private final FuzzWorld world;
    private final HonestRecord honest;
    private final MessageOpener opener = new MessageOpener();

    OpenTarget(FuzzWorld world) throws IOException {
        this.world = world;
        this.honest = new HonestRecord(world);
    }

    @Override
    public void check(byte[] octets) throws IOException {
        RawMessage mail = RawMessage.of(octets);
        Layers layers = world.verifier().layers(mail, world.keys(), FuzzWorld.NOW);
        try (Opening opening = opener.open(mail, world.keys())) {
            byte[] seen = octets;
            if (opening instanceof Opening.Opened opened) {
                seen = HonestRecord.octets(opened.message());
                honest.confirm(seen, opened.integrity());
                honest.confirm(seen, world.verifier().verify(opened.message(), FuzzWorld.NOW));
            }
            if (!(opening instanceof Opening.NotEncrypted)) {
                honest.confirm(seen, layers.verdict());
            }
        }
    }
}
