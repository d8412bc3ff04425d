package fr.sceau.mailets.accounts;

import java.util.Locale;

/**
 * One of our mailboxes.
 *
 * @param address lower case
 * @param kind what it belongs to
 * @param custody who holds its encryption key
 * @param sealClearMail whether mail that arrives in clear is sealed to the owner's certificate before it is stored
 * @param structure {@code 1}+FINESS or {@code 3}+SIRET of its organisation; empty when it has none
 */
public record LocalMailbox(String address, Kind kind, Custody custody, boolean sealClearMail, String structure) {
    public LocalMailbox {
        address = address.toLowerCase(Locale.ROOT);
    }
}
