/**
 * What a policy compares a request with: condition operators, wildcards, policy variables and the
 * condition keys of a request.
 */
@NullMarked
package dev.keyturn.sandbox.policy.condition;

import org.jspecify.annotations.NullMarked;
