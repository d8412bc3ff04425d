package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.operator.jcajce.JceGenericKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Bouncy Castle encrypts to a key on a curve gives the same content key here. */
class AgreementSchemeTest {
    private static final byte[] CONTENT_KEY = new byte[32];
    private static final byte[] MATERIAL = {1, 2, 3};

    private final KeyPair holder = pair();
    private final KeyPair sender = pair();

    AgreementSchemeTest() throws GeneralSecurityException {
        Arrays.fill(CONTENT_KEY, (byte) 7);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private byte[] secret() throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(holder.getPrivate());
        agreement.doPhase(sender.getPublic(), true);
        return agreement.generateSecret();
    }

    private KeyAgreeRecipientInfo encrypted(
            ASN1ObjectIdentifier scheme, ASN1ObjectIdentifier wrapping, byte @Nullable [] material) throws Exception {
        var generator =
                new JceKeyAgreeRecipientInfoGenerator(scheme, sender.getPrivate(), sender.getPublic(), wrapping);
        generator.addRecipient(new byte[] {1}, holder.getPublic()).setProvider(Providers.BOUNCY_CASTLE);
        if (material != null) {
            generator.setUserKeyingMaterial(material);
        }
        var key = new JceGenericKey(
                new AlgorithmIdentifier(CMSAlgorithm.AES256_CBC), new SecretKeySpec(CONTENT_KEY, "AES"));
        return (KeyAgreeRecipientInfo) generator.generate(key).getInfo();
    }

    private byte[] opened(KeyAgreeRecipientInfo info) throws GeneralSecurityException {
        ASN1OctetString material = info.getUserKeyingMaterial();
        byte[] key = RecipientEncryptedKey.getInstance(
                        info.getRecipientEncryptedKeys().getObjectAt(0))
                .getEncryptedKey()
                .getOctets();
        return AgreementScheme.of(info.getKeyEncryptionAlgorithm())
                .orElseThrow()
                .unwrapped(secret(), material == null ? null : material.getOctets(), key);
    }

    @Test
    void each_hash_and_length_gives_the_content_key_with_and_without_keying_material() throws Exception {
        for (ASN1ObjectIdentifier scheme :
                List.of(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.ECDH_SHA384KDF, CMSAlgorithm.ECDH_SHA512KDF)) {
            for (ASN1ObjectIdentifier wrapping :
                    List.of(CMSAlgorithm.AES128_WRAP, CMSAlgorithm.AES192_WRAP, CMSAlgorithm.AES256_WRAP)) {
                assertThat(opened(encrypted(scheme, wrapping, null))).isEqualTo(CONTENT_KEY);
                assertThat(opened(encrypted(scheme, wrapping, MATERIAL))).isEqualTo(CONTENT_KEY);
            }
        }
    }

    @Test
    void a_key_for_somebody_else_is_refused() throws Exception {
        KeyAgreeRecipientInfo info = encrypted(CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES256_WRAP, null);
        AgreementScheme scheme =
                AgreementScheme.of(info.getKeyEncryptionAlgorithm()).orElseThrow();
        byte[] wrapped = scheme.wrapped(secret(), CONTENT_KEY);
        assertThat(scheme.unwrapped(secret(), null, wrapped)).isEqualTo(CONTENT_KEY);
        assertThatThrownBy(() -> scheme.unwrapped(new byte[32], null, wrapped))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> scheme.unwrapped(secret(), MATERIAL, wrapped))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void what_only_bouncy_castle_knows_is_left_to_it() throws Exception {
        assertThat(AgreementScheme.of(encrypted(CMSAlgorithm.ECDH_SHA1KDF, CMSAlgorithm.AES128_WRAP, null)
                        .getKeyEncryptionAlgorithm()))
                .isEmpty();
        assertThat(AgreementScheme.of(new AlgorithmIdentifier(
                        CMSAlgorithm.ECDH_SHA256KDF, new AlgorithmIdentifier(CMSAlgorithm.CAMELLIA128_WRAP))))
                .isEmpty();
    }
}
