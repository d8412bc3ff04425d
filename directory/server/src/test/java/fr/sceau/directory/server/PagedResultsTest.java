package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.nation.Nation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RFC 2696: an answer in pages. */
final class PagedResultsTest {
    private static final Limits LIMITS =
            new Limits(100, 250, 5_000, Duration.ofSeconds(20), 2, 40, Limits.USUAL.rate());
    private static final String MAILBOXES = "ou=boites,o=annuaire-sante";
    private static final ASN1OctetString BEGINNING = new ASN1OctetString();

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        new Nation(new Nation.Size(400, 60, 300, 50), 3)
                .write(folder.resolve("registry"), 0, "202610310800", done -> {});
        directory = new DirectoryFixture(folder, LIMITS);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private static SearchResult page(String filter, Control page, int most) throws LDAPException {
        SearchRequest request = new SearchRequest(MAILBOXES, SearchScope.ONE, filter, "mail");
        request.addControl(page);
        request.setSizeLimit(most);
        return directory.connection.search(request);
    }

    private static SearchResult page(String filter, int size, ASN1OctetString cookie) throws LDAPException {
        return page(filter, new SimplePagedResultsControl(size, cookie, true), 0);
    }

    private static ASN1OctetString cookie(SearchResult result) throws LDAPException {
        return SimplePagedResultsControl.get(result).getCookie();
    }

    private static List<String> mails(SearchResult result) {
        return result.getSearchEntries().stream()
                .map(entry -> entry.getAttributeValue("mail"))
                .toList();
    }

    private static List<String> inPages(String filter, int size) throws LDAPException {
        List<String> all = new ArrayList<>();
        ASN1OctetString next = BEGINNING;
        do {
            SearchResult result = page(filter, size, next);
            all.addAll(mails(result));
            next = cookie(result);
        } while (next.getValueLength() > 0);
        return all;
    }

    @Test
    void pages_together_are_the_whole_answer_in_the_same_order() throws Exception {
        String filter = "(&(asTypeBAL=PER)(|(cn=*mar*)(cn=*le*)(cn=*ber*)))";
        List<String> large = inPages(filter, 200);
        assertThat(large).doesNotHaveDuplicates().hasSizeBetween(50, 249);
        assertThat(inPages(filter, 7)).isEqualTo(large);
        assertThat(inPages(filter, large.size())).isEqualTo(large);
    }

    @Test
    void no_page_is_larger_than_an_answer_may_be() throws Exception {
        SearchResult first = page("(mail=*)", 240, BEGINNING);
        assertThat(first.getEntryCount()).isEqualTo(100);
        assertThat(cookie(first).getValueLength()).isPositive();
    }

    @Test
    void all_pages_together_have_a_limit_and_the_last_one_tells() throws Exception {
        SearchResult first = page("(mail=*)", 100, BEGINNING);
        SearchResult second = page("(mail=*)", 100, cookie(first));
        assertThatThrownBy(() -> page("(mail=*)", 100, cookie(second)))
                .isInstanceOfSatisfying(LDAPSearchException.class, cut -> {
                    assertThat(cut.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
                    assertThat(cut.getEntryCount()).isEqualTo(50);
                });
        assertThatThrownBy(() -> page("(mail=*)", new SimplePagedResultsControl(20, BEGINNING), 10))
                .isInstanceOfSatisfying(LDAPSearchException.class, cut -> {
                    assertThat(cut.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
                    assertThat(cut.getEntryCount()).isEqualTo(10);
                });
    }

    @Test
    void who_wants_no_more_says_so() throws Exception {
        SearchResult end = page("(mail=*)", 0, cookie(page("(mail=*)", 10, BEGINNING)));
        assertThat(end.getEntryCount()).isZero();
        assertThat(cookie(end).getValueLength()).isZero();
    }

    @Test
    void a_page_follows_only_pages_of_the_same_question_and_the_same_directory() throws Exception {
        ASN1OctetString next = cookie(page("(mail=*)", 10, BEGINNING));
        assertRefused(ResultCode.UNWILLING_TO_PERFORM, "(cn=*)", next);
        assertRefused(ResultCode.UNWILLING_TO_PERFORM, "(mail=*)", new ASN1OctetString("x"));
        TestFiles.own(
                DirectoryFixture.own(directory.folder), "neuf@exemple.mssante.test\tORG\t\t1990000001\t\t\tNeuf\t\t");
        eventually(() -> directory.client.byMail("neuf@exemple.mssante.test").isPresent());
        assertRefused(ResultCode.UNWILLING_TO_PERFORM, "(mail=*)", next);
    }

    private static void assertRefused(ResultCode code, String filter, ASN1OctetString cookie) {
        assertThatThrownBy(() -> page(filter, 10, cookie))
                .isInstanceOfSatisfying(
                        LDAPException.class, e -> assertThat(e.getResultCode()).isEqualTo(code));
    }

    @Test
    void a_control_that_is_none_is_refused() {
        for (ASN1OctetString value : List.of(new ASN1OctetString(), new ASN1OctetString("page"))) {
            Control bad = new Control(SimplePagedResultsControl.PAGED_RESULTS_OID, true, value);
            assertThatThrownBy(() -> page("(mail=*)", bad, 0))
                    .isInstanceOfSatisfying(LDAPException.class, e -> assertThat(e.getResultCode())
                            .isEqualTo(ResultCode.PROTOCOL_ERROR));
        }
        assertThatThrownBy(() -> page("(mail=*)", new SimplePagedResultsControl(-1, BEGINNING), 0))
                .isInstanceOfSatisfying(
                        LDAPException.class, e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.PROTOCOL_ERROR));
    }

    @Test
    void the_root_names_the_control() throws Exception {
        assertThat(directory.connection.getRootDSE().supportsControl(SimplePagedResultsControl.PAGED_RESULTS_OID))
                .isTrue();
    }
}
