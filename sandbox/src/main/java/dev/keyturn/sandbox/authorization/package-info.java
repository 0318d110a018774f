/**
 * Who may do what: collects a caller's policies and the condition keys of a call, and asks {@code
 * policy} for the decision.
 */
@NullMarked
package dev.keyturn.sandbox.authorization;

import org.jspecify.annotations.NullMarked;
