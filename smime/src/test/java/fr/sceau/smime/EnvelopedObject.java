package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** EnvelopedData with any cipher. */
final class EnvelopedObject {
    private EnvelopedObject() {}

    static byte[] to(Issued recipient, String entity, ASN1ObjectIdentifier cipher) throws Exception {
        return to(recipient, entity, new JceCMSContentEncryptorBuilder(cipher));
    }

    /** With a content key of zeros, as somebody would choose who hopes that a fault ends in one. */
    static byte[] underZeroKey(Issued recipient, String entity) throws Exception {
        SecureRandom zeros = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 0);
            }
        };
        return to(recipient, entity, new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).setSecureRandom(zeros));
    }

    private static byte[] to(Issued recipient, String entity, JceCMSContentEncryptorBuilder cipher) throws Exception {
        return to(new JceKeyTransRecipientInfoGenerator(recipient.certificate()), entity, cipher);
    }

    /** To the holder of a key on an elliptic curve. */
    static byte[] agreed(Issued recipient, String entity, ASN1ObjectIdentifier cipher) throws Exception {
        KeyPairGenerator ephemeral = KeyPairGenerator.getInstance("EC");
        ephemeral.initialize(((ECPublicKey) recipient.certificate().getPublicKey()).getParams());
        KeyPair pair = ephemeral.generateKeyPair();
        var agreement = new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF, pair.getPrivate(), pair.getPublic(), CMSAlgorithm.AES128_WRAP)
                .addRecipient(recipient.certificate())
                .setProvider(new BouncyCastleProvider());
        return to(agreement, entity, new JceCMSContentEncryptorBuilder(cipher));
    }

    private static byte[] to(RecipientInfoGenerator recipient, String entity, JceCMSContentEncryptorBuilder cipher)
            throws Exception {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(recipient);
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        var encryptor = cipher.setProvider(new BouncyCastleProvider()).build();
        try (var content = generator.open(object, encryptor)) {
            content.write(entity.getBytes(StandardCharsets.US_ASCII));
        }
        return object.toByteArray();
    }
}
