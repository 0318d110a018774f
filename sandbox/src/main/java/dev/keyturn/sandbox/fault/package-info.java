/** What goes wrong on demand: which action, how often, how. Only counts; others make it happen. */
@NullMarked
package dev.keyturn.sandbox.fault;

import org.jspecify.annotations.NullMarked;
