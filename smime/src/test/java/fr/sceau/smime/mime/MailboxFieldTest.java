package fr.sceau.smime.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxFieldTest {
    private static Optional<MailboxField> parse(String value) {
        byte[] raw = value.getBytes(StandardCharsets.UTF_8);
        return MailboxField.parse(new String(raw, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a@b.test                                        |
                    <A@B.test>                                      |
                    Claire <a@b.test>                               | Claire
                    "Martin, Claire" <a@b.test>                     | Martin, Claire
                    "Claire \\"Dr\\" M" <a@b.test>                  | Claire "Dr" M
                    a@b.test (Claire)                               | (Claire)
                    =?utf-8?Q?Cl=C3=A9mence?= <a@b.test>            | Clémence
                    "=?iso-8859-1?B?Q2zpbWVuY2U=?=" <a@b.test>      | Clémence
                    Clémence <a@b.test>                             | Clémence
                    """)
    void one_mailbox_and_the_words_that_clients_show(String value, String displayed) {
        assertThat(parse(value)).contains(new MailboxField("a@b.test", displayed == null ? "" : displayed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b",
                "a@",
                "a@b@c",
                "a@b.test, c@d.test",
                "g: a@b.test;",
                "<a@b.test> <c@d.test>",
                "c@d.test <a@b.test>",
                "<a@b.test> c",
                "<@x:a@b.test>",
                "\"a\"@b.test",
                "(a@b.test",
                "<a@b.test"
            })
    void anything_else_is_unclear(String value) {
        assertThat(parse(value)).isEmpty();
    }

    @Test
    void lists_are_cut_where_nothing_is_quoted() {
        String list = "\"Martin, Claire\" <a@b.test>, (x, y) <c@d.test>, e@f.test";
        assertThat(MailboxField.parseList(list).orElse(List.of()))
                .extracting(MailboxField::address)
                .containsExactly("a@b.test", "c@d.test", "e@f.test");
        assertThat(MailboxField.parseList("a@b.test, , c@d.test")).isEmpty();
        assertThat(MailboxField.parseList("equipe: a@b.test;")).isEmpty();
    }
}
