/** The request of a user and the resulting plan: the STS calls, their order and their inputs. */
@NullMarked
package dev.keyturn.domain.profile.plan;

import org.jspecify.annotations.NullMarked;
