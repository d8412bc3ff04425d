package fr.sceau.smime.trust;

/**
 * What is known beside the anchors, in the first place of revocation. All of it lies on this machine.
 *
 * @param lists from the operator and from the network
 * @param answers of OCSP responders, for certificates whose lists are out of date
 * @param authorities that came from the network, for paths that those of the installation do not make
 * @param needs is told what should be fetched
 */
public record RevocationData(
        CrlCache lists, FetchedAnswers answers, FetchedAuthorities authorities, RevocationNeeds needs) {}
