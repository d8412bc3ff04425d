package fr.sceau.store.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * What is kept beside one delivered message.
 *
 * @param content of the message; its copies share the record
 * @param mail the acceptance that the message came from
 * @param recorded when it was delivered
 */
public record SideRecord(UUID content, UUID mail, Findings findings, Instant recorded) {}
