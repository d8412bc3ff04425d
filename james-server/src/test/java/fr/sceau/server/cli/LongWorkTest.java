package fr.sceau.server.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LongWorkTest {
    /** Restoring answers it with the code for a folder that is half done, not with the one for nothing written. */
    @Test
    void a_restored_configuration_that_cannot_be_read_is_a_failure_like_others(@TempDir Path home) {
        assertThatThrownBy(() -> LongWork.of(() -> ServerConfiguration.load(home)))
                .isInstanceOf(ServerException.class);
    }
}
