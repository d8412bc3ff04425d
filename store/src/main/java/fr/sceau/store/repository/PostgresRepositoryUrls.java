package fr.sceau.store.repository;

import fr.sceau.store.database.Sql;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;

/** Which repositories there are, kept over restarts. */
public final class PostgresRepositoryUrls implements MailRepositoryUrlStore {
    private final Sql sql;

    public PostgresRepositoryUrls(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void add(MailRepositoryUrl url) {
        sql.update("INSERT INTO repository (url) VALUES (?) ON CONFLICT DO NOTHING", url.asString());
    }

    @Override
    public Stream<MailRepositoryUrl> listDistinct() {
        return sql
                .query("SELECT url FROM repository ORDER BY url", row -> MailRepositoryUrl.from(row.getString(1)))
                .stream();
    }

    @Override
    public boolean contains(MailRepositoryUrl url) {
        return sql.first("SELECT 1 FROM repository WHERE url = ?", row -> row.getInt(1), url.asString())
                .isPresent();
    }
}
