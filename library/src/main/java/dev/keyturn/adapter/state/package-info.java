/**
 * Keyturn's own state folder: sessions, facts about access keys, spent codes, locks. Shared by all
 * processes of the command line and the library. Touches no AWS file.
 */
@NullMarked
package dev.keyturn.adapter.state;

import org.jspecify.annotations.NullMarked;
