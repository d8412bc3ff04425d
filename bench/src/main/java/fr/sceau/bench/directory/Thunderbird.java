package fr.sceau.bench.directory;

import fr.sceau.bench.directory.Rule.Form;
import fr.sceau.bench.directory.Rule.Item;
import java.util.List;

/** How Thunderbird asks. */
final class Thunderbird {
    /** Its usual {@code maxHits}. */
    static final int MOST = 100;

    /** What its address book shows of an entry ({@code mailnews.js}), as far as ours have it. */
    static final List<String> WANTED = List.of(
            "givenName",
            "sn",
            "cn",
            "displayName",
            "mail",
            "telephoneNumber",
            "facsimileTelephoneNumber",
            "street",
            "l",
            "postalCode",
            "title",
            "o");

    private Thunderbird() {}

    /** {@code (|(cn=*%v1*%v2-*)(mail=*%v*)(givenName=*%v1*)(sn=*%v*))}: %v the text, %v1 its first word, %v2- the rest. */
    static Rule completes(String text) {
        String[] words = text.split(" ", 2);
        return new Rule(
                false,
                List.of(
                        Item.of("cn", Form.HOLDS, words),
                        Item.of("mail", Form.HOLDS, text),
                        Item.of("givenName", Form.HOLDS, words[0]),
                        Item.of("sn", Form.HOLDS, text)));
    }
}
