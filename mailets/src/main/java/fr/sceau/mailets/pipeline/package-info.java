/** The mailets between queue and mailbox, each doing one thing; {@code conf/mailetcontainer.xml} puts them in order. */
@NullMarked
package fr.sceau.mailets.pipeline;

import org.jspecify.annotations.NullMarked;
