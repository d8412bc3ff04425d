package fr.sceau.store.delivery;

import fr.sceau.store.StoreException;
import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.delivery.Claims.Claim;
import fr.sceau.store.delivery.Claims.State;
import fr.sceau.store.message.Judged;
import fr.sceau.store.message.MessageRows;
import fr.sceau.store.message.MessageRows.Added;
import fr.sceau.store.message.MessageRows.NewMessage;
import fr.sceau.store.message.Summary;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.Flags;
import javax.sql.DataSource;

/**
 * Puts a mail into inboxes, once. All inboxes of one delivery that can take it get it in one transaction, with the row
 * that remembers it: an attempt that follows a crash, or runs beside another, finds the row and puts nothing there, even
 * when the reader has deleted the message since. Two acceptances are two deliveries, however alike the mails are.
 */
public final class Deliveries {
    private static final String AGAIN =
            "SELECT b.owner, m.mailbox_id, m.uid, m.modseq, m.content_id, m.internal_date, c.octets"
                    + " FROM delivery d JOIN mailbox b ON b.id = d.mailbox_id"
                    + " JOIN message m ON m.content_id = d.content_id AND m.mailbox_id = d.mailbox_id"
                    + " JOIN content c ON c.id = d.content_id WHERE d.mail = ? AND b.owner = ANY (?)";
    private static final String FORGET = "DELETE FROM delivery WHERE at < ?";

    private final Sql sql;

    @Inject
    public Deliveries(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * @throws IOException when the mail's octets cannot be read; nothing was delivered then
     * @throws fr.sceau.store.StoreException when the database did not do it, or did not say whether it did
     */
    public Delivered deliver(Delivery delivery) throws IOException {
        byte[] summary = Summary.of(delivery.octets()).write(); // read before any lock is taken
        Letter letter = new Letter(delivery, Contents.newId(), delivery.octets().size(), summary);
        return sql.<Delivered, IOException>transaction(c -> deliver(c, letter));
    }

    /** Forgets deliveries older than that: no attempt at one of them can come any more. */
    public int forget(Instant before) {
        return sql.update(FORGET, before);
    }

    private static Delivered deliver(Connection c, Letter letter) throws SQLException, IOException {
        Delivery delivery = letter.delivery();
        List<Claim> claims = Claims.take(c, delivery.mail(), delivery.owners(), letter.content(), letter.octets());
        Map<Long, String> owners = claims.stream()
                .filter(claim -> claim.state() == State.MINE)
                .collect(Collectors.toMap(Claim::mailbox, Claim::owner));
        List<Arrival> arrivals = owners.isEmpty() ? List.of() : write(c, letter, owners);
        List<String> before = Claims.owners(claims, State.BEFORE);
        return new Delivered(
                arrivals,
                before.isEmpty() ? List.of() : again(c, letter, before),
                new HashSet<>(before),
                new HashSet<>(Claims.owners(claims, State.FULL)));
    }

    private static List<Arrival> write(Connection c, Letter letter, Map<Long, String> owners)
            throws SQLException, IOException {
        Delivery delivery = letter.delivery();
        Contents.write(c, letter.content(), delivery.octets(), Optional.of(letter.summary()));
        if (delivery.findings().isPresent()) {
            SideRecords.add(
                    c, letter.content(), delivery.mail(), delivery.findings().get());
        }
        List<Added> added = MessageRows.add(c, List.copyOf(owners.keySet()), letter.message());
        if (added.size() < owners.size()) {
            throw StoreException.passing("Une boîte a disparu pendant la remise ; rien n'a été remis.");
        }
        return added.stream()
                .map(row -> letter.arrival(owners.getOrDefault(row.mailboxId(), ""), row))
                .toList();
    }

    private static List<Arrival> again(Connection c, Letter letter, List<String> owners) throws SQLException {
        return Sql.query(
                c,
                AGAIN,
                row -> new Arrival(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getObject(5, UUID.class),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        letter.flags(),
                        row.getLong(7)),
                letter.delivery().mail(),
                Sql.texts(owners));
    }

    /** A delivery with the identity that its message gets. */
    @SuppressWarnings("ArrayRecordComponent") // made here, read once, never compared
    private record Letter(Delivery delivery, UUID content, long octets, byte[] summary) {
        NewMessage message() {
            Instant received = received();
            return new NewMessage(content, content, received, received, flags(), octets);
        }

        Arrival arrival(String owner, Added row) {
            return new Arrival(owner, row.mailboxId(), row.uid(), row.modSeq(), content, received(), flags(), octets);
        }

        private Instant received() {
            return delivery.received().truncatedTo(ChronoUnit.MILLIS);
        }

        private Flags flags() {
            Flags flags = new Flags(Flags.Flag.RECENT);
            delivery.keywords().forEach(flags::add);
            delivery.findings().ifPresent(judged -> flags.add(Judged.KEYWORD)); // never stored, always shown
            return flags;
        }
    }
}
