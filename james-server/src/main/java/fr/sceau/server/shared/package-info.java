/**
 * Boxes of others in a person's own IMAP session: {@code Partages/cardiologie@exemple.mssante.fr} is the inbox of that box
 * and {@code Partages/cardiologie@exemple.mssante.fr/Archives} a folder of it.
 *
 * <p>This package stands between James' IMAP and the mailboxes. {@link fr.sceau.server.shared.SharedMailboxes} turns the
 * names of a session into real folders, {@link fr.sceau.server.shared.Rights} says what the person may do there at this
 * moment, {@link fr.sceau.server.shared.SharedFolder} holds every call to it and leaves a line in the trace. Behind them
 * the store works for the owner of the box and asks nothing more.
 */
@NullMarked
package fr.sceau.server.shared;

import org.jspecify.annotations.NullMarked;
