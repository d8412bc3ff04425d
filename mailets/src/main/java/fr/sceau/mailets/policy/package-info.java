/** What a mailbox or domain demands of signatures and of encryption; owns the format of {@code conf/policies.tsv}. */
@NullMarked
package fr.sceau.mailets.policy;

import org.jspecify.annotations.NullMarked;
