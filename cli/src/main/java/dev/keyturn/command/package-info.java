/**
 * What a user can type, one class for each command: it declares its options, asks a service of the
 * domain, renders the answer and returns an exit code. No file, no network, no adapter.
 */
@NullMarked
package dev.keyturn.command;

import org.jspecify.annotations.NullMarked;
