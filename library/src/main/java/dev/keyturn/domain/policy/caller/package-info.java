/** The four ways in which a person with access keys calls AWS, and the condition keys of each. */
@NullMarked
package dev.keyturn.domain.policy.caller;

import org.jspecify.annotations.NullMarked;
