/** The policies that a person with access keys and MFA needs, filled in. */
@NullMarked
package dev.keyturn.domain.policy.template;

import org.jspecify.annotations.NullMarked;
