/**
 * Keyturn's own state folder: kept sessions, what was learned about access keys, spent codes,
 * locks. Shared by the command line and the library, and by all their processes. Touches no AWS
 * file.
 */
@NullMarked
package dev.keyturn.adapter.state;

import org.jspecify.annotations.NullMarked;
