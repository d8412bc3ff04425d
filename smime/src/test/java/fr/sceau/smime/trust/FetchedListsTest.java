package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.trust.Authority.Change;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of two lists of an address stays; what the network may do is in {@code SourceTableTest}. */
class FetchedListsTest {
    private static final Instant NOW = Authority.NOW;
    private static final URI ADDRESS = URI.create("http://igc.test/ac.crl");
    private static final Change NOTHING = list -> {};

    private final Authority authority = Authority.root("RACINE");
    private final FetchedLists lists;

    FetchedListsTest(@TempDir Path folder) throws Exception {
        this.lists = new FetchedLists(folder);
    }

    private SourceOutcome offer(Instant thisUpdate) throws Exception {
        return offer(authority.list(thisUpdate, NOTHING));
    }

    private SourceOutcome offer(byte[] list) throws Exception {
        return lists.offer(ADDRESS, list, List.of(authority.certificate()), NOW);
    }

    @Test
    void without_numbers_the_time_decides() throws Exception {
        byte[] list = authority.list(NOW.minusSeconds(60), NOTHING);
        assertThat(offer(list)).isEqualTo(SourceOutcome.STORED);
        assertThat(offer(list)).isEqualTo(SourceOutcome.UNCHANGED);
        assertThat(offer(NOW.minusSeconds(61))).isEqualTo(SourceOutcome.OLDER);
        assertThat(offer(NOW.minusSeconds(59))).isEqualTo(SourceOutcome.STORED);
    }

    private byte[] numbered(int number, Instant thisUpdate) throws Exception {
        CRLNumber value = new CRLNumber(BigInteger.valueOf(number));
        return authority.list(thisUpdate, list -> list.addExtension(Extension.cRLNumber, false, value));
    }

    @Test
    void of_two_lists_with_one_number_the_time_decides() throws Exception {
        assertThat(offer(numbered(7, NOW.minusSeconds(60)))).isEqualTo(SourceOutcome.STORED);
        assertThat(offer(numbered(7, NOW.minusSeconds(61)))).isEqualTo(SourceOutcome.OLDER);
        assertThat(offer(numbered(6, NOW))).isEqualTo(SourceOutcome.OLDER);
        assertThat(offer(numbered(7, NOW.minusSeconds(59)))).isEqualTo(SourceOutcome.STORED);
        assertThat(offer(numbered(8, NOW.minusSeconds(120)))).isEqualTo(SourceOutcome.STORED);
    }

    @Test
    void what_is_no_list_of_that_issuer_is_named_and_not_kept() throws Exception {
        Change change = list -> list.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(1));
        Authority borrowed = Authority.root("RACINE");
        assertThat(offer(new byte[] {'<'})).isEqualTo(SourceOutcome.NOT_A_LIST);
        assertThat(offer(authority.list(NOW, change))).isEqualTo(SourceOutcome.NOT_UNDERSTOOD);
        assertThat(offer(Authority.root("AUTRE").list(NOW, NOTHING))).isEqualTo(SourceOutcome.WRONG_ISSUER);
        assertThat(offer(borrowed.list(NOW, NOTHING))).isEqualTo(SourceOutcome.BAD_SIGNATURE);
        assertThat(offer(NOW.minus(Duration.ofDays(8)))).isEqualTo(SourceOutcome.OUT_OF_DATE);
        assertThat(lists.known()).isEmpty();
    }

    @Test
    void an_issuer_that_changed_its_key_signs_with_either() throws Exception {
        Authority before = Authority.root("RACINE");
        List<X509Certificate> both = List.of(before.certificate(), authority.certificate());
        assertThat(lists.offer(ADDRESS, before.list(NOW.minusSeconds(1), NOTHING), both, NOW))
                .isEqualTo(SourceOutcome.STORED);
        assertThat(lists.offer(ADDRESS, authority.list(NOW, NOTHING), both, NOW))
                .isEqualTo(SourceOutcome.STORED);
    }

    @Test
    void clock_of_the_authority_may_be_five_minutes_fast() throws Exception {
        Duration most = Duration.ofMinutes(5);
        assertThat(offer(NOW.plus(most).plusSeconds(1))).isEqualTo(SourceOutcome.OUT_OF_DATE);
        assertThat(offer(NOW.plus(most))).isEqualTo(SourceOutcome.STORED);
    }

    @Test
    void what_is_held_is_told_by_its_address() throws Exception {
        assertThat(lists.known()).isEmpty();
        assertThat(lists.nextUpdate(ADDRESS)).isEmpty();
        offer(NOW);
        assertThat(lists.known())
                .containsOnlyKeys(ADDRESS)
                .containsValue(authority.certificate().getSubjectX500Principal());
        assertThat(lists.nextUpdate(ADDRESS)).contains(NOW.plus(Duration.ofDays(7)));
    }
}
