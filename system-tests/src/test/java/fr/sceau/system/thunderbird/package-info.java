/** Mozilla Thunderbird, from Debian's package, driven like a person at its window would drive it. */
package fr.sceau.system.thunderbird;
