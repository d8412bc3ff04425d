package fr.sceau.smime;

import fr.sceau.testpki.Issued;

/** Layers around a plain mail, each a letter: {@code C}lear or {@code O}paque signature of the laboratory, {@code E}ncryption. */
final class Nesting {
    private Nesting() {}

    /** The outermost layer first. */
    static String of(String layers) throws Exception {
        String message = Mails.text(Mails.plain(Mails.LABORATORY));
        for (int i = layers.length() - 1; i >= 0; i--) {
            message = around(layers.charAt(i), message);
        }
        return message;
    }

    /** One layer more. */
    static String around(char layer, String message) throws Exception {
        return switch (layer) {
            case 'C' -> World.signed(World.LABORATORY_SIGNATURE, Mails.of(message));
            case 'O' -> opaque(World.LABORATORY_SIGNATURE, message);
            default -> EncryptedMails.encrypted(Mails.of(message), ContentCipher.AES_256_CBC);
        };
    }

    /** The message's entity in a signed-data object under the same header. */
    static String opaque(Issued signer, String message) {
        String entity = message.substring(message.indexOf("Content-Type:"));
        return Mails.pkcs7(
                Mails.header(Mails.LABORATORY),
                "signed-data",
                CraftedSignature.by(signer).opaque(entity));
    }
}
