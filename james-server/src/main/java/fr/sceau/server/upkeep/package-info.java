/** What has to be done from time to time, without anybody asking. */
@NullMarked
package fr.sceau.server.upkeep;

import org.jspecify.annotations.NullMarked;
