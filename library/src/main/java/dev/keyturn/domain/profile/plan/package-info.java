/**
 * What a user asks for and the plan that answers it: the STS calls, their order and their inputs.
 */
@NullMarked
package dev.keyturn.domain.profile.plan;

import org.jspecify.annotations.NullMarked;
