/** Stories, terminals and real clients with the installed program, whose classes are not used. */
@NullMarked
package dev.keyturn.cli.installed;

import org.jspecify.annotations.NullMarked;
