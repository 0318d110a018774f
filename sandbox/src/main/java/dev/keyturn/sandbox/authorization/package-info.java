/**
 * Authorization: collects a caller's policies and the condition keys of a call, and lets {@code
 * policy} decide.
 */
@NullMarked
package dev.keyturn.sandbox.authorization;

import org.jspecify.annotations.NullMarked;
