/**
 * Makes a small invented world and lets it live: a TEST infrastructure, people, mailboxes and the results of one night, so
 * that a newcomer sees real mail within a minute. Nothing here is used by an installation in service.
 *
 * <p>Start with {@link fr.sceau.demo.Main}; what the world consists of is in {@link fr.sceau.demo.world}.
 */
@NullMarked
package fr.sceau.demo;

import org.jspecify.annotations.NullMarked;
