package fr.sceau.smime.trust;

/**
 * Where revocation is read from. All of it lies on this machine.
 *
 * @param lists from the operator and from the network
 * @param answers of OCSP responders, for certificates whose lists are out of date
 * @param needs is told what should be fetched
 */
public record RevocationData(CrlCache lists, FetchedAnswers answers, RevocationNeeds needs) {}
