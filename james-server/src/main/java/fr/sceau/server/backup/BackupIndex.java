package fr.sceau.server.backup;

import fr.sceau.store.backup.Migration;
import fr.sceau.store.backup.TableShape;
import java.util.List;
import java.util.Objects;

/**
 * What a reader must know first.
 *
 * @param created when the snapshot was taken, ISO 8601
 * @param migrations the schema's steps
 * @param tables the tables that follow
 */
public record BackupIndex(String created, List<Migration> migrations, List<TableShape> tables) {
    public BackupIndex {
        Objects.requireNonNull(created);
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
    }
}
