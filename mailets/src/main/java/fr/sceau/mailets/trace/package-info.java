/** What happened to each message, without its content, and logs without patient identity; owns {@code trace/*.jsonl}. */
@NullMarked
package fr.sceau.mailets.trace;

import org.jspecify.annotations.NullMarked;
