/**
 * Edits of the AWS files that a person requests, setting by setting, and their undo. It does not
 * deal with what Keyturn writes by itself, such as sessions.
 */
@NullMarked
package dev.keyturn.domain.edit;

import org.jspecify.annotations.NullMarked;
