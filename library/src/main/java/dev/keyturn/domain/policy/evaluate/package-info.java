/**
 * Decides whether policies allow a request within one account, and reports which statement decides.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
@NullMarked
package dev.keyturn.domain.policy.evaluate;

import org.jspecify.annotations.NullMarked;
