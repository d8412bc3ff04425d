/**
 * Is a mailbox what IMAP says it is, whoever works in it at once? Several clients act at random ({@link
 * fr.sceau.system.model.Client}) while every act is noted ({@link fr.sceau.system.model.Burst}); then all is quiet, and
 * what a fresh connection reads must follow from the acts in at least one order that respects time ({@link
 * fr.sceau.system.model.Order}), and every client must see just that ({@link fr.sceau.system.model.Quiet}).
 */
@NullMarked
package fr.sceau.system.model;

import org.jspecify.annotations.NullMarked;
