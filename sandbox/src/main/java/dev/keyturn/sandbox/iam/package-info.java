/**
 * Identity and Access Management: its actions, their limits and their exact texts. It changes the
 * state but makes no decisions: the call checks policies, and the device checks codes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html">IAM API
 *     reference</a>
 */
@NullMarked
package dev.keyturn.sandbox.iam;

import org.jspecify.annotations.NullMarked;
