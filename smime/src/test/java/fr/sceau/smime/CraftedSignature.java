package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signatures as others make them, right or wrong. Immutable. */
record CraftedSignature(
        List<Issued> signers,
        String algorithm,
        ASN1ObjectIdentifier contentType,
        List<X509Certificate> certificates,
        UnaryOperator<AttributeTable> attributes,
        boolean withAttributes) {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    static CraftedSignature by(Issued... signers) {
        return new CraftedSignature(
                List.of(signers),
                "SHA256withRSA",
                PKCSObjectIdentifiers.data,
                Arrays.stream(signers)
                        .flatMap(signer -> signer.chain().stream())
                        .toList(),
                table -> table,
                true);
    }

    CraftedSignature algorithm(String name) {
        return new CraftedSignature(signers, name, contentType, certificates, attributes, withAttributes);
    }

    CraftedSignature contentType(ASN1ObjectIdentifier type) {
        return new CraftedSignature(signers, algorithm, type, certificates, attributes, withAttributes);
    }

    CraftedSignature certificates(Collection<X509Certificate> others) {
        return new CraftedSignature(signers, algorithm, contentType, List.copyOf(others), attributes, withAttributes);
    }

    CraftedSignature attributes(UnaryOperator<AttributeTable> change) {
        return new CraftedSignature(signers, algorithm, contentType, certificates, change, withAttributes);
    }

    CraftedSignature withoutAttributes() {
        return new CraftedSignature(signers, algorithm, contentType, certificates, attributes, false);
    }

    /** Adds an attribute a second time. */
    static UnaryOperator<AttributeTable> twice(ASN1ObjectIdentifier type) {
        return table -> {
            ASN1EncodableVector all = table.toASN1EncodableVector();
            all.add(table.get(type));
            return new AttributeTable(all);
        };
    }

    /** The doctor's mail with this signature. */
    static String mail(CraftedSignature signature) {
        return Mails.clearSigned(Mails.header(Mails.DOCTOR), Mails.ENTITY, signature.detached(Mails.ENTITY));
    }

    byte[] detached(String content) {
        return encode(content, false);
    }

    byte[] opaque(String content) {
        return encode(content, true);
    }

    private byte[] encode(String content, boolean encapsulate) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            for (Issued signer : signers) {
                add(generator, signer);
            }
            generator.addCertificates(new JcaCertStore(certificates));
            byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
            return generator
                    .generate(new CMSProcessableByteArray(contentType, bytes), encapsulate)
                    .getEncoded();
        } catch (Exception e) {
            throw new AssertionError("test signature not made", e);
        }
    }

    private void add(CMSSignedDataGenerator generator, Issued signer) throws Exception {
        CMSAttributeTableGenerator standard = new DefaultSignedAttributeTableGenerator();
        var builder = new JcaSignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build());
        builder.setDirectSignature(!withAttributes);
        builder.setSignedAttributeGenerator(new CMSAttributeTableGenerator() {
            @Override
            @SuppressWarnings("rawtypes")
            public AttributeTable getAttributes(Map parameters) {
                return attributes.apply(standard.getAttributes(parameters));
            }
        });
        generator.addSignerInfoGenerator(builder.build(
                new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(signer.key()),
                new JcaX509CertificateHolder(signer.certificate())));
    }
}
