/** Inline and managed policies, permissions boundaries and the policy simulator. */
@NullMarked
package dev.keyturn.sandbox.iam.policy;

import org.jspecify.annotations.NullMarked;
