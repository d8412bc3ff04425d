package fr.sceau.smime.trust;

import java.security.PublicKey;
import java.security.cert.PKIXParameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a path beside its being one: the inputs of RFC 5280 6.1.1, and what authorities may sign with, which
 * RFC 5280 leaves to us.
 *
 * @param strong no SHA-1 and no short key
 * @param policies acceptable certificate policies; none named: any
 * @param explicitPolicy the path must be good for one of them
 */
record PathRules(
        boolean strong,
        Set<String> policies,
        boolean explicitPolicy,
        boolean mappingInhibited,
        boolean anyPolicyInhibited) {
    /** All authorities of IGC-Santé carry anyPolicy: their policies choose nothing. */
    static final PathRules OURS = new PathRules(true, Set.of(), false, false, false);

    PathRules {
        policies = Set.copyOf(policies);
    }

    void applyTo(PKIXParameters parameters) {
        parameters.setInitialPolicies(policies);
        parameters.setExplicitPolicyRequired(explicitPolicy);
        parameters.setPolicyMappingInhibited(mappingInhibited);
        parameters.setAnyPolicyInhibited(anyPolicyInhibited);
    }

    boolean accept(PublicKey key) {
        return !strong || SignatureStrength.accepts(key);
    }

    boolean accept(String signatureOid, byte @Nullable [] signatureParameters) {
        return !strong || SignatureStrength.accepts(signatureOid, signatureParameters);
    }
}
