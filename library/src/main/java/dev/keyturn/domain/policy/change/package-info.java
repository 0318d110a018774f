/** What replacing a policy changes. */
@NullMarked
package dev.keyturn.domain.policy.change;

import org.jspecify.annotations.NullMarked;
