package fr.sceau.store.delivery;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Sql;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** An empty store, and mail to be put into it. */
final class Mailroom {
    static final String CLAIRE = "claire.martin@exemple.mssante.test";
    static final String PAUL = "paul.durand@exemple.mssante.test";
    static final List<String> FIVE =
            List.of(CLAIRE, PAUL, "a@exemple.mssante.test", "b@exemple.mssante.test", "c@exemple.mssante.test");
    static final String TEXT = "Message-ID: <1@x>\r\nSubject: resultat\r\n\r\nGlycemie 0,92 g/l\r\n";
    static final Findings FINDINGS = new Findings(
            "trusted", "{\"signer\": {\"name\": \"Claire\"}}", "{\"kind\": \"operator\"}", "[{\"type\": \"HPRIM\"}]");

    final DataSource database = TestPostgres.fresh();
    final Sql sql = new Sql(database);
    final Deliveries deliveries = new Deliveries(database);

    static Delivery delivery(UUID mail, List<String> owners) {
        return new Delivery(mail, owners, octets(TEXT), Set.of("HPRIM"), Instant.now(), Optional.of(FINDINGS));
    }

    static OctetSource octets(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new OctetSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    long count(String table) {
        return sql.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }
}
