/**
 * The four ways in which a person with access keys calls AWS, and what each looks like to a policy.
 */
@NullMarked
package dev.keyturn.domain.policy.caller;

import org.jspecify.annotations.NullMarked;
