package fr.sceau.smime.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;

/** Who wrote a mail, as another reader than ours takes its From fields. */
final class Authors {
    private Authors() {}

    static List<String> of(List<String> fields) {
        List<String> authors = new ArrayList<>();
        for (String field : fields) {
            ByteSequence octets = ContentUtil.encode(StandardCharsets.UTF_8, field);
            ParserCursor whole = new ParserCursor(0, octets.length());
            for (Address address : LenientAddressParser.DEFAULT.parseAddressList(octets, whole)) {
                authors.add(address instanceof Mailbox mailbox ? mailbox.getAddress() : address.toString());
            }
        }
        return authors.stream().map(author -> author.toLowerCase(Locale.ROOT)).toList();
    }
}
