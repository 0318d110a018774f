/**
 * Identity and Access Management: its actions, their limits and their exact texts. It changes the
 * state and decides nothing: what policies allow is asked of the call, codes of their device.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html">IAM API
 *     reference</a>
 */
@NullMarked
package dev.keyturn.sandbox.iam;

import org.jspecify.annotations.NullMarked;
