package fr.sceau.agent.mail;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.SigningKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a message, signs it and, where the recipient declared it, encrypts it: signed first, then encrypted. */
public final class Sealer {
    private final SigningKey key;
    private final KeyLookup lookup;
    private final Composer composer = new Composer();
    private final MessageSigner signer = new MessageSigner();
    private final MessageEncrypter encrypter = new MessageEncrypter();

    public Sealer(SigningKey key, KeyLookup lookup) {
        this.key = key;
        this.lookup = lookup;
    }

    /** @param work a name for unfinished files, in a folder where they are cleaned up */
    public Sealing seal(Draft draft, Path work) throws IOException, AgentException {
        RecipientKeys keys = lookup.of(draft.recipient());
        if (keys instanceof RecipientKeys.Unusable unusable) {
            return new Sealing.Impossible(unusable.reason());
        }
        if (keys instanceof RecipientKeys.Unknown unknown) {
            return new Sealing.Later(unknown.reason());
        }
        try {
            return new Sealing.Sealed(write(draft, keys, work));
        } catch (SmimeException e) {
            throw new AgentException(
                    ExitCode.USAGE, "la clé de signature ou un certificat ne peut servir : " + e.getMessage(), e);
        }
    }

    private Path write(Draft draft, RecipientKeys keys, Path work) throws IOException, SmimeException {
        Path clear = work.resolveSibling(work.getFileName() + ".clear");
        Path signed = work.resolveSibling(work.getFileName() + ".signed");
        composer.write(draft, clear);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(signed))) {
            signer.sign(RawMessage.of(clear), key, out);
        }
        Files.delete(clear);
        return keys instanceof RecipientKeys.Declared declared
                ? encrypt(signed, recipients(declared), own(draft.from()), work)
                : signed;
    }

    /** So that what the ledger keeps stays readable to who sent it. Its own wish is no reason to wait or to fail. */
    private List<Recipient> own(String sender) {
        return lookup.of(sender) instanceof RecipientKeys.Declared declared ? recipients(declared) : List.of();
    }

    private static List<Recipient> recipients(RecipientKeys.Declared declared) {
        return declared.certificates().stream().map(Recipient::of).toList();
    }

    private Path encrypt(Path signed, List<Recipient> to, List<Recipient> own, Path work)
            throws IOException, SmimeException {
        Path encrypted = work.resolveSibling(work.getFileName() + ".encrypted");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(encrypted))) {
            encrypter.encrypt(RawMessage.of(signed), to, own, out);
        }
        Files.delete(signed);
        return encrypted;
    }
}
