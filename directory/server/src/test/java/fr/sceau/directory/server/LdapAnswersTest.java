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
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What LDAP clients may ask and what they are answered. */
final class LdapAnswersTest {
    private static final String BASE = "o=annuaire-sante";
    private static final String ZOE = "zoe.dartagnan@autre.mssante.test";
    private static final String CLAIRE = "claire.martin@exemple.mssante.test";

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) {
        directory = SampleWorld.start(folder);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private static void assertRefused(ResultCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LDAPException.class, e -> assertThat(e.getResultCode())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 1_900, 4_000, 100_000})
    void deeply_nested_filters_harm_nobody_else(int depth) throws Exception {
        for (int i = 0; i < 250; i++) { // more than there may be connections
            try (Socket socket = new Socket("127.0.0.1", directory.port())) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream()
                        .write(NestedFilter.request(BASE, i % 2 == 0 ? NestedFilter.AND : NestedFilter.NOT, depth));
                assertThat(socket.getInputStream().read())
                        .as("refused or closed")
                        .isIn(-1, 0x30);
            } catch (SocketException e) {
                assertThat(depth)
                        .as("only what is too long is cut while it is written")
                        .isGreaterThan(1_900);
            }
        }
        assertThat(directory.client.byMail(ZOE)).isPresent();
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
