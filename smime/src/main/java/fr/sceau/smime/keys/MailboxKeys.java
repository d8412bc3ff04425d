package fr.sceau.smime.keys;

import java.util.List;
import java.util.Optional;

/**
 * The keys of one mailbox.
 *
 * @param signing the key to sign with
 * @param decryption every key that may open mail, old ones included
 */
public record MailboxKeys(Optional<SigningKey> signing, List<DecryptionKey> decryption) {
    public MailboxKeys {
        decryption = List.copyOf(decryption);
    }
}
