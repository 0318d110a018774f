/**
 * The Query protocol that STS and IAM speak: parameters in, XML out.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html">IAM User Guide,
 *     calling the API by HTTP query requests</a>
 */
@NullMarked
package dev.keyturn.sandbox.query;

import org.jspecify.annotations.NullMarked;
