package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** EnvelopedData with any cipher. */
final class EnvelopedObject {
    private EnvelopedObject() {}

    static byte[] to(Issued recipient, String entity, ASN1ObjectIdentifier cipher) throws Exception {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(recipient.certificate()));
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        var encryptor = new JceCMSContentEncryptorBuilder(cipher)
                .setProvider(new BouncyCastleProvider())
                .build();
        try (var content = generator.open(object, encryptor)) {
            content.write(entity.getBytes(StandardCharsets.US_ASCII));
        }
        return object.toByteArray();
    }
}
