/**
 * Sign-in for development tools, as {@code aws login} and the SDKs use it: a person signs in with
 * password and MFA code, the tool gets credentials of 15 minutes and renews them.
 *
 * @see <a href="https://docs.aws.amazon.com/signin/latest/userguide/command-line-sign-in.html">AWS
 *     Sign-In User Guide, sign in through the AWS CLI</a>
 */
@NullMarked
package dev.keyturn.sandbox.login;

import org.jspecify.annotations.NullMarked;
