package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes first of the country and of the operator's own mailboxes together. */
final class RankedAnswersTest {
    private static final String ZOE = "zoe.dartagnan@autre.mssante.test";
    private static final String AS_THUNDERBIRD =
            "(|(cn=*artagnan*)(mail=*artagnan*)(givenName=*artagnan*)(sn=*artagnan*))";

    private final Path folder;

    RankedAnswersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String own(String box, String family) {
        return box + "@exemple.mssante.test\tPER\t899700218896\t1990000001\t" + family + "\tClaire\t\tMédecin\t";
    }

    @Test
    void many_own_mailboxes_that_fit_badly_do_not_hide_one_elsewhere_that_fits_well() throws Exception {
        SampleWorld.start(folder).close();
        TestFiles.own(
                DirectoryFixture.own(folder),
                IntStream.range(0, 150)
                        .mapToObj(i -> own("c" + i, "PARTAGNANT"))
                        .toArray(String[]::new));
        try (DirectoryFixture directory = new DirectoryFixture(folder)) {
            assertThat(directory.mails(Filter.create(AS_THUNDERBIRD)))
                    .hasSize(100)
                    .startsWith(ZOE);
        }
    }

    @Test
    void of_equal_rank_the_operators_own_come_first() throws Exception {
        SampleWorld.start(folder).close();
        TestFiles.own(DirectoryFixture.own(folder), own("c", "PARTAGNANT"), own("d", "D'Artagnan"));
        try (DirectoryFixture directory = new DirectoryFixture(folder)) {
            assertThat(directory.mails(Filter.create(AS_THUNDERBIRD)))
                    .containsExactly("d@exemple.mssante.test", ZOE, "c@exemple.mssante.test");
        }
    }
}
