package fr.sceau.store.repository;

import fr.sceau.store.TestPostgres;
import org.apache.james.mailrepository.MailRepositoryUrlStoreContract;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** James' contract for the list of repositories. */
@ExtendWith(RepositoryUrlsContractTest.Fresh.class)
final class RepositoryUrlsContractTest implements MailRepositoryUrlStoreContract {
    static final class Fresh implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == MailRepositoryUrlStore.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return new PostgresRepositoryUrls(TestPostgres.fresh());
        }
    }
}
