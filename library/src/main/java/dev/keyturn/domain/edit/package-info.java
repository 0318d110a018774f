/**
 * Changes of the AWS files that a person asked for, setting by setting, and taking them back. What
 * Keyturn writes by itself, such as sessions, is none of its business.
 */
@NullMarked
package dev.keyturn.domain.edit;

import org.jspecify.annotations.NullMarked;
