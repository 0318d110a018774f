/**
 * JSON as RFC 8259 has it: policies, the state file and the control path are read and written with
 * it. It binds nothing to Java classes and streams nothing: a document is one {@link
 * dev.keyturn.sandbox.json.Json} value in memory.
 */
@NullMarked
package dev.keyturn.sandbox.json;

import org.jspecify.annotations.NullMarked;
