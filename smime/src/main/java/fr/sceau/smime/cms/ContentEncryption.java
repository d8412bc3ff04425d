package fr.sceau.smime.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.cms.EncryptedContentInfoParser;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.CMSException;

/**
 * How content says that it is encrypted. Stands in the object for everybody to read: naming it teaches nothing of any key.
 *
 * @param name such as {@code aes-256-gcm}; a number in dots if we have no name for it
 * @param authenticated whether a change of the ciphertext shows
 * @param legacy whether it is refused by name, with whatever key
 */
public record ContentEncryption(String name, boolean authenticated, boolean legacy) {
    private enum Known {
        DES(OIWObjectIdentifiers.desCBC, "des-cbc", true),
        TRIPLE_DES(PKCSObjectIdentifiers.des_EDE3_CBC, "des-ede3-cbc", true),
        RC2(PKCSObjectIdentifiers.RC2_CBC, "rc2-cbc", true),
        RC4(PKCSObjectIdentifiers.rc4, "rc4", true),
        AES_128_CBC(NISTObjectIdentifiers.id_aes128_CBC, "aes-128-cbc", false),
        AES_192_CBC(NISTObjectIdentifiers.id_aes192_CBC, "aes-192-cbc", false),
        AES_256_CBC(NISTObjectIdentifiers.id_aes256_CBC, "aes-256-cbc", false),
        AES_128_GCM(NISTObjectIdentifiers.id_aes128_GCM, "aes-128-gcm", false),
        AES_192_GCM(NISTObjectIdentifiers.id_aes192_GCM, "aes-192-gcm", false),
        AES_256_GCM(NISTObjectIdentifiers.id_aes256_GCM, "aes-256-gcm", false),
        CHACHA20(PKCSObjectIdentifiers.id_alg_AEADChaCha20Poly1305, "chacha20-poly1305", false);

        private final ASN1ObjectIdentifier oid;
        private final String title;
        private final boolean legacy;

        Known(ASN1ObjectIdentifier oid, String title, boolean legacy) {
            this.oid = oid;
            this.title = title;
            this.legacy = legacy;
        }
    }

    /** Of an object whose type is one of the encrypted ones; the object's stream is used up. */
    static ContentEncryption of(Pkcs7Body object) {
        try {
            return announced(object);
        } catch (UncheckedIOException sourceFailed) {
            throw sourceFailed;
        } catch (IOException | CMSException | RuntimeException unreadable) {
            return new ContentEncryption("unreadable", false, false); // damaged, as opening it will show
        }
    }

    private static ContentEncryption announced(Pkcs7Body object) throws IOException, CMSException {
        if (object.type().equals(CMSObjectIdentifiers.envelopedData)) {
            return of(new CMSEnvelopedDataParser(object.encoded()).getEncryptionAlgOID(), false);
        }
        if (object.type().equals(CMSObjectIdentifiers.authEnvelopedData)) {
            return of(new CMSAuthEnvelopedDataParser(object.encoded()).getEncAlgOID(), true);
        }
        return of(encryptedData(object), false);
    }

    /** With a key that was agreed elsewhere. RFC 5652 section 8 */
    private static String encryptedData(Pkcs7Body object) throws IOException {
        ASN1SequenceParser contentInfo =
                (ASN1SequenceParser) new ASN1StreamParser(object.encoded(), Integer.MAX_VALUE).readObject();
        ASN1SequenceParser data = (ASN1SequenceParser) new ContentInfoParser(contentInfo).getContent(BERTags.SEQUENCE);
        data.readObject(); // version
        return new EncryptedContentInfoParser((ASN1SequenceParser) data.readObject())
                .getContentEncryptionAlgorithm()
                .getAlgorithm()
                .getId();
    }

    private static ContentEncryption of(String oid, boolean authenticated) {
        Optional<Known> known = Arrays.stream(Known.values())
                .filter(cipher -> cipher.oid.getId().equals(oid))
                .findFirst();
        return new ContentEncryption(
                known.map(cipher -> cipher.title).orElse(oid),
                authenticated,
                known.filter(cipher -> cipher.legacy).isPresent());
    }
}
