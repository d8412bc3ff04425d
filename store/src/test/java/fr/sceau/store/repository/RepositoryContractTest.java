package fr.sceau.store.repository;

import fr.sceau.store.TestPostgres;
import javax.sql.DataSource;
import org.apache.james.mailrepository.MailRepositoryContract;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryPath;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.mailrepository.api.Protocol;
import org.junit.jupiter.api.BeforeEach;

/** James' contract for a mail repository. */
final class RepositoryContractTest implements MailRepositoryContract {
    private DataSource database = TestPostgres.fresh();

    @BeforeEach
    void empty() {
        database = TestPostgres.fresh();
    }

    @Override
    public MailRepository retrieveRepository() {
        return retrieveRepository(MailRepositoryPath.from("parked"));
    }

    @Override
    public MailRepository retrieveRepository(MailRepositoryPath path) {
        return new PostgresMailRepository(
                database, MailRepositoryUrl.fromPathAndProtocol(new Protocol("postgres"), path));
    }
}
