package fr.sceau.store.mailbox;

import fr.sceau.store.database.Sql;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.james.mailbox.model.MailboxAnnotation;
import org.apache.james.mailbox.model.MailboxAnnotationKey;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.store.mail.AnnotationMapper;

/** What clients note about a mailbox (RFC 5464); they are few, so one query reads them all. */
public final class JdbcAnnotationMapper implements AnnotationMapper {
    private final Sql sql;

    public JdbcAnnotationMapper(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<MailboxAnnotation> getAllAnnotations(MailboxId mailbox) {
        return sql.query(
                "SELECT key, value FROM annotation WHERE mailbox_id = ?",
                row -> MailboxAnnotation.newInstance(new MailboxAnnotationKey(row.getString(1)), row.getString(2)),
                number(mailbox));
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeys(MailboxId mailbox, Set<MailboxAnnotationKey> keys) {
        return matching(mailbox, keys::contains);
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithOneDepth(MailboxId mailbox, Set<MailboxAnnotationKey> keys) {
        return matching(mailbox, key -> keys.stream().anyMatch(asked -> asked.isParentOrIsEqual(key)));
    }

    @Override
    public List<MailboxAnnotation> getAnnotationsByKeysWithAllDepth(MailboxId mailbox, Set<MailboxAnnotationKey> keys) {
        return matching(mailbox, key -> keys.stream().anyMatch(asked -> asked.isAncestorOrIsEqual(key)));
    }

    @Override
    public void deleteAnnotation(MailboxId mailbox, MailboxAnnotationKey key) {
        sql.update("DELETE FROM annotation WHERE mailbox_id = ? AND key = ?", number(mailbox), key.asString());
    }

    @Override
    public void insertAnnotation(MailboxId mailbox, MailboxAnnotation annotation) {
        String value = annotation
                .getValue()
                .orElseThrow(() -> new IllegalArgumentException("an annotation without value is deleted, not kept"));
        sql.update(
                "INSERT INTO annotation (mailbox_id, key, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (mailbox_id, key) DO UPDATE SET value = excluded.value",
                number(mailbox),
                annotation.getKey().asString(),
                value);
    }

    @Override
    public boolean exist(MailboxId mailbox, MailboxAnnotation annotation) {
        return sql.first(
                        "SELECT 1 FROM annotation WHERE mailbox_id = ? AND key = ?",
                        row -> true,
                        number(mailbox),
                        annotation.getKey().asString())
                .isPresent();
    }

    @Override
    public int countAnnotations(MailboxId mailbox) {
        return sql.first("SELECT count(*) FROM annotation WHERE mailbox_id = ?", row -> row.getInt(1), number(mailbox))
                .orElse(0);
    }

    private List<MailboxAnnotation> matching(MailboxId mailbox, Predicate<MailboxAnnotationKey> wanted) {
        return getAllAnnotations(mailbox).stream()
                .filter(annotation -> wanted.test(annotation.getKey()))
                .toList();
    }

    private static long number(MailboxId mailbox) {
        return MailboxNumber.of(mailbox).value();
    }
}
