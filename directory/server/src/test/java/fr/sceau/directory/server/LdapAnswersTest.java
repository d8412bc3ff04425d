package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LDAP clients may ask and what they are answered. */
final class LdapAnswersTest {
    private static final String BASE = "o=annuaire-sante";
    private static final String ZOE = "zoe.dartagnan@autre.mssante.test";
    private static final String CLAIRE = "claire.martin@exemple.mssante.test";

    private final DirectoryFixture directory;

    LdapAnswersTest(@TempDir Path folder) {
        directory = SampleWorld.start(folder);
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    private static void assertRefused(ResultCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LDAPException.class, e -> assertThat(e.getResultCode())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(cn=*zoe*)",
                "(cn=ZOÉ d’artagnan)",
                "(givenName=zoe)",
                "(sn=d'art*)",
                "(sn=*tagnan)",
                "(cn=zo*d'a*nan)",
                "(&(o=clinique)(l=doubs))",
                "(&(objectClass=asBAL)(!(asDomaine=exemple.mssante.test)))",
                "(mail=ZOE.Dartagnan@AUTRE.mssante.test)",
                "(2.5.4.3=zoe d'artagnan)",
                "(cn:caseIgnoreMatch:=zoe d'artagnan)",
                "(mail:dn:=zoe.dartagnan@autre.mssante.test)",
                "(&(asIdStruct=1990000002)(asTypeBAL=PER))",
                "(&(sn>=d)(sn<=e))",
            })
    void filters_find_without_accents_and_case(String filter) throws Exception {
        assertThat(directory.mails(Filter.create(filter))).containsExactly(ZOE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(mail=zoé.dartagnan@autre.mssante.test)",
                "(nosuchattribute=x)",
                "(!(nosuchattribute=x))",
                "(cn:2.5.13.5:=Zoé D'ARTAGNAN)",
                "(sn=d'artagnanan*an)",
                "(cn=*artagnan*zoe*)",
                "(userCertificate;binary=*)",
                "(|)",
            })
    void filters_do_not_find_more_than_they_say(String filter) throws Exception {
        assertThat(directory.mails(Filter.create(filter))).isEmpty();
    }

    @Test
    void thunderbird_completes_a_name_of_one_and_of_two_words() {
        assertThat(directory.mails(thunderbird("zoe", List.of("zoe"), "zoe"))).containsExactly(ZOE);
        assertThat(directory.mails(thunderbird("zoe dart", List.of("zoe", "dart-"), "zoe")))
                .containsExactly(ZOE);
        assertThat(directory.mails(thunderbird("claire ma", List.of("claire", "ma"), "claire")))
                .containsExactly(CLAIRE);
        assertThat(directory.mails(thunderbird("exemple.mss", List.of("exemple.mss"), "exemple.mss")))
                .containsExactlyInAnyOrder(CLAIRE, "cardiologie@exemple.mssante.test");
    }

    /** (|(cn=*%v1*%v2-*)(mail=*%v*)(givenName=*%v1*)(sn=*%v*)) as it reaches the server. */
    private static Filter thunderbird(String text, List<String> words, String first) {
        return Filter.createORFilter(
                Filter.createSubstringFilter("cn", null, words.toArray(String[]::new), null),
                Filter.createSubstringFilter("mail", null, new String[] {text}, null),
                Filter.createSubstringFilter("givenName", null, new String[] {first}, null),
                Filter.createSubstringFilter("sn", null, new String[] {text}, null));
    }

    @Test
    void homonyms_stay_apart() throws Exception {
        SearchResult found = directory.search("ou=professionnels," + BASE, Filter.create("(cn=sophie lefebvre)"));
        assertThat(found.getSearchEntries())
                .extracting(entry -> entry.getAttributeValue("uid"))
                .containsExactly("899700000005", "899700000013");
    }

    @Test
    void no_answer_holds_more_than_a_hundred_entries() throws Exception {
        try (DirectoryFixture large = large()) {
            SearchResult all = large.search(BASE, Filter.create("(cn=*)"));
            assertThat(all.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
            assertThat(all.getSearchEntries()).hasSize(100);
            SearchResult letter = large.search(BASE, Filter.create("(cn=*e*)"));
            assertThat(letter.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
            assertThat(large.client.search("exemple", 250)).hasSize(100);
            assertThat(large.client.search("exemple", 3)).hasSize(3);
        }
    }

    private DirectoryFixture large() {
        Path folder = directory.folder.resolve("large");
        String[] lines = IntStream.range(0, 150)
                .mapToObj(i -> "service" + i + "@exemple.mssante.test\tORG\t\t1990000001\t\t\tService " + i + "\t\t")
                .toArray(String[]::new);
        TestFiles.own(DirectoryFixture.own(folder), lines);
        return new DirectoryFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*)(uid=*", "*", "zoe*)(mail=*", "\\2a", "(|(mail=*", "zo\u0000e"})
    void what_people_type_is_never_part_of_the_filter(String typed) throws Exception {
        assertThat(directory.client.byMail(typed)).isEmpty();
        assertThat(directory.client.byRpps(typed)).isEmpty();
        assertThat(directory.client.search(typed, 10)).isEmpty();
    }

    @Test
    void a_filter_with_too_many_parts_is_refused() throws Exception {
        Filter many = Filter.createORFilter(Collections.nCopies(300, Filter.create("(cn=a)")));
        assertThat(directory.search(BASE, many).getResultCode()).isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 3_500, 100_000})
    void deeply_nested_filters_harm_nobody_else(int depth) throws Exception {
        for (int i = 0; i < 250; i++) { // more than there may be connections
            try (Socket socket = new Socket("127.0.0.1", directory.port())) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(nestedNot(depth));
                assertThat(socket.getInputStream().read())
                        .as("refused or closed")
                        .isIn(-1, 0x30);
            } catch (SocketException e) {
                assertThat(depth)
                        .as("only what is too long is cut while it is written")
                        .isEqualTo(100_000);
            }
        }
        assertThat(directory.client.byMail(ZOE)).isPresent();
    }

    /** A search request whose filter is so many NOTs around a presence (RFC 4511 4.5.1), in BER. */
    private static byte[] nestedNot(int depth) {
        byte[] filter = tlv(0x87, new byte[] {'c', 'n'});
        ByteArrayOutputStream heads = new ByteArrayOutputStream();
        int length = filter.length;
        List<byte[]> outer = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            byte[] head = head(0xA2, length);
            outer.add(head);
            length += head.length;
        }
        Collections.reverse(outer);
        outer.forEach(heads::writeBytes);
        heads.writeBytes(filter);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(tlv(0x04, BASE.getBytes(StandardCharsets.US_ASCII)));
        request.writeBytes(new byte[] {0x0A, 1, 2, 0x0A, 1, 0, 2, 1, 0, 2, 1, 0, 1, 1, 0});
        request.writeBytes(heads.toByteArray());
        request.writeBytes(tlv(0x30, new byte[0]));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {2, 1, 1});
        message.writeBytes(tlv(0x63, request.toByteArray()));
        return tlv(0x30, message.toByteArray());
    }

    private static byte[] tlv(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head(tag, value.length));
        out.writeBytes(value);
        return out.toByteArray();
    }

    private static byte[] head(int tag, int length) {
        if (length < 128) {
            return new byte[] {(byte) tag, (byte) length};
        }
        return length < 65_536
                ? new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length}
                : new byte[] {(byte) tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }

    @Test
    void a_hundred_recipients_are_asked_at_once() {
        List<Filter> recipients = IntStream.range(0, 99)
                .mapToObj(i -> Filter.createEqualityFilter("mail", "nobody" + i + "@exemple.mssante.test"))
                .toList();
        Filter all =
                Filter.createORFilter(Filter.createORFilter(recipients), Filter.createEqualityFilter("mail", CLAIRE));
        assertThat(directory.mails(all)).containsExactly(CLAIRE);
    }

    @Test
    void only_the_anonymous_bind_is_accepted() throws Exception {
        assertThat(directory.connection.bind(new SimpleBindRequest()).getResultCode())
                .isEqualTo(ResultCode.SUCCESS);
        assertRefused(ResultCode.INVALID_CREDENTIALS, () -> directory.connection.bind("cn=a", "secret"));
        SimpleBindRequest unauthenticated = new SimpleBindRequest("cn=admin", "");
        directory.connection.getConnectionOptions().setBindWithDNRequiresPassword(false);
        assertRefused(ResultCode.UNWILLING_TO_PERFORM, () -> directory.connection.bind(unauthenticated));
    }

    @Test
    void nobody_writes() {
        String dn = "mail=" + CLAIRE + ",ou=boites," + BASE;
        assertRefused(
                ResultCode.UNWILLING_TO_PERFORM,
                () -> directory.connection.add("cn=x," + BASE, new com.unboundid.ldap.sdk.Attribute("cn", "x")));
        assertRefused(ResultCode.UNWILLING_TO_PERFORM, () -> directory.connection.delete(dn));
        assertRefused(
                ResultCode.UNWILLING_TO_PERFORM,
                () -> directory.connection.modify(dn, new Modification(ModificationType.REPLACE, "sn", "x")));
        assertRefused(
                ResultCode.UNWILLING_TO_PERFORM, () -> directory.connection.modifyDN(dn, "mail=other@x.test", true));
    }

    @Test
    void the_root_names_the_context_and_the_schema() throws Exception {
        assertThat(directory.connection.getRootDSE().getNamingContextDNs()).containsExactly(BASE);
        assertThat(directory.connection.getRootDSE().supportsLDAPVersion(3)).isTrue();
        assertThat(directory.connection.getSchema().getAttributeType("asTypeBAL"))
                .isNotNull();
        assertThat(directory.connection.getSchema().getObjectClass("inetOrgPerson"))
                .isNotNull();
    }

    @Test
    void an_unknown_base_is_told_with_the_nearest_entry() {
        SearchResult result =
                directory.search("mail=nobody@x.test,ou=boites," + BASE, Filter.createPresenceFilter("cn"));
        assertThat(result.getResultCode()).isEqualTo(ResultCode.NO_SUCH_OBJECT);
        assertThat(result.getMatchedDN()).isEqualTo("ou=boites," + BASE);
    }

    @Test
    void a_critical_control_that_is_unknown_is_refused() throws Exception {
        SearchRequest request = new SearchRequest(BASE, SearchScope.SUB, Filter.create("(mail=" + ZOE + ")"));
        request.addControl(new Control("1.2.3.4", true));
        assertRefused(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, () -> directory.connection.search(request));
    }

    @Test
    void only_the_attributes_that_were_asked_for_are_sent() throws Exception {
        SearchResult result =
                directory.search(BASE, Filter.create("(mail=" + ZOE + ")"), "SN", "usercertificate;binary");
        assertThat(result.getSearchEntries()).singleElement().satisfies(entry -> assertThat(entry.getAttributes())
                .extracting(attribute -> attribute.getName())
                .containsExactly("sn"));
    }
}
