/**
 * Tells the national directory which mailboxes the house has: what differs between the operator's {@code mailboxes.tsv} and what
 * was accepted last is to be sent, until it is accepted or refused. Nothing is sent while {@code publication.url} is empty.
 *
 * <p>{@link fr.sceau.directory.server.publishing.Publisher} is what a registry has to offer; {@code FhirPatchPublisher} speaks the
 * interface that the Agence du Numérique en Santé has announced (FHIR PATCH, "API Messagerie Sécurisée de Santé", 0.1.0 snapshot of
 * 2026). <b>Its endpoint is still in development: this was never tried against the real service.</b>
 *
 * <p>{@code directory/publication/journal.tsv} is the queue and the report, only ever added to, one event a line, twelve cells:
 * {@code time event operation address type bearer rank description service responsible detail reason}. Events: {@code queued}
 * (noticed in the operator's table), {@code accepted} (detail: the receipt), {@code refused}, {@code later} (detail: seconds that the
 * service asked for), and what the operator says: {@code retry}, {@code forget}, {@code confirm}. A bearer is {@code PERSON} or {@code
 * STRUCTURE}, a space and the national identification. A line that was cut is passed over.
 */
@NullMarked
package fr.sceau.directory.server.publishing;

import org.jspecify.annotations.NullMarked;
