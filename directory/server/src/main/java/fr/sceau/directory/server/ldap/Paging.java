package fr.sceau.directory.server.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import java.util.Optional;

/** The control for answers in pages (RFC 2696). */
final class Paging {
    static final String OID = SimplePagedResultsControl.PAGED_RESULTS_OID;

    private Paging() {}

    /**
     * What a client asks for.
     *
     * @param size 0 when it wants no more
     */
    record Page(int size, ASN1OctetString cookie) {}

    static Optional<Page> asked(List<Control> controls) throws LDAPException {
        List<Control> paged = controls.stream()
                .filter(control -> control.getOID().equals(OID))
                .toList();
        if (paged.isEmpty()) {
            return Optional.empty();
        }
        Control one = paged.get(0);
        SimplePagedResultsControl asked = new SimplePagedResultsControl(OID, one.isCritical(), one.getValue());
        if (paged.size() > 1 || asked.getSize() < 0) {
            throw new LDAPException(ResultCode.PROTOCOL_ERROR, "one page at a time, of no negative size");
        }
        return Optional.of(new Page(asked.getSize(), asked.getCookie()));
    }

    /** How many there are in all is not known, which 0 says. */
    static Control end() {
        return new SimplePagedResultsControl(0, new ASN1OctetString());
    }

    static Control goesOn(Cookie next) {
        return new SimplePagedResultsControl(0, next.octets());
    }
}
