/**
 * Sign-in federation: temporary credentials become a sign-in token, and the token a page that shows
 * who signed in.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html">
 *     IAM User Guide, custom identity broker access to the console</a>
 */
@NullMarked
package dev.keyturn.sandbox.signin;

import org.jspecify.annotations.NullMarked;
