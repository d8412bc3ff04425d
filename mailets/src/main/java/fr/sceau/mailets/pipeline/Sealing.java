package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.policy.EncryptionPolicy;
import fr.sceau.mailets.policy.Policies;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * To whom clear mail is sealed: to a named partner elsewhere, or to one of ours who holds the key and wants that. Whose
 * key the operator holds reads over TLS and gets nothing sealed.
 */
@Singleton
public final class Sealing {
    private final MailetsConfiguration configuration;
    private final Accounts accounts;
    private final Policies policies;

    @Inject
    public Sealing(MailetsConfiguration configuration, Accounts accounts, Policies policies) {
        this.configuration = configuration;
        this.accounts = accounts;
        this.policies = policies;
    }

    EncryptionPolicy policy(String recipient) {
        return policies.of(recipient).encryption();
    }

    boolean holdsOwnKey(String address) {
        return accounts.mailbox(address)
                .filter(mailbox -> mailbox.custody() == Custody.OWNER)
                .isPresent();
    }

    boolean isWanted(String recipient) {
        EncryptionPolicy policy = policy(recipient);
        if (policy == EncryptionPolicy.TRUST_SPACE) {
            return false;
        }
        return !configuration.isOurs(recipient.substring(recipient.lastIndexOf('@') + 1))
                || accounts.mailbox(recipient)
                        .filter(mailbox -> mailbox.custody() == Custody.OWNER)
                        .filter(owner -> owner.sealClearMail() || policy == EncryptionPolicy.REQUIRED)
                        .isPresent();
    }
}
