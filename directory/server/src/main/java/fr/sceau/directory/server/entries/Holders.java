package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.certificates.Holder;
import java.util.Optional;
import java.util.function.Function;

/** Whose the mailboxes of a nation are. */
public final class Holders {
    private static final String ADELI = "0";

    private final Function<DN, Optional<Entry>> nation;

    /** @param nation an entry by its name */
    public Holders(Function<DN, Optional<Entry>> nation) {
        this.nation = nation;
    }

    /** @param address in lower case */
    public Optional<Holder> of(String address) {
        return nation.apply(NationalEntries.mailbox(address)).map(Holder::of);
    }

    /** Whether both are numbers of one person: only the table of numbers that were replaced makes two of them one. */
    public boolean isOnePerson(String idNatPs, String later) {
        return idNatPs.equals(later) || idNatPs.startsWith(ADELI) && isFormer(idNatPs.substring(1), later);
    }

    private boolean isFormer(String adeli, String idNatPs) {
        return nation.apply(NationalEntries.professional(idNatPs))
                .filter(entry -> entry.hasAttributeValue("asAdeli", adeli))
                .isPresent();
    }
}
