package fr.sceau.directory.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands one after the other. */
final class DirectoryToolTest {
    private final Path folder;

    DirectoryToolTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void nation_that_was_invented_is_imported_told_and_exported_with_parents_first() throws Exception {
        String index = folder.resolve("index").toString();
        String files = folder.resolve("files").toString();
        run(0, "generate", "--people", "200", "--structures", "50", "--mailboxes", "80", "--cards", "20", files);
        assertThat(run(0, "import", "--index", index, files)).contains("Version 1 du");
        assertThat(run(3, "status", "--index", index))
                .contains("ALARME"); // its extractions are of the first of January
        String ldif = run(0, "export", "--index", index);
        Set<DN> seen = new HashSet<>(Set.of(DN.NULL_DN));
        try (LDIFReader reader = new LDIFReader(new ByteArrayInputStream(ldif.getBytes(StandardCharsets.UTF_8)))) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
                assertThat(seen).contains(entry.getParsedDN().getParent() == null ? DN.NULL_DN : entry.getParentDN());
                assertThat(seen.add(entry.getParsedDN())).isTrue();
            }
        }
        assertThat(seen).hasSizeGreaterThan(400);
    }

    private static String run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line =
                DirectoryTool.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
        assertThat(line.execute(arguments)).isEqualTo(code);
        return out.toString();
    }
}
