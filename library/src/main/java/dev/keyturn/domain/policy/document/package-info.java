/**
 * IAM policy documents as values, and their parser. The package {@code evaluate} decides what a
 * statement matches.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar
 *     of the IAM JSON policy language</a>
 */
@NullMarked
package dev.keyturn.domain.policy.document;

import org.jspecify.annotations.NullMarked;
