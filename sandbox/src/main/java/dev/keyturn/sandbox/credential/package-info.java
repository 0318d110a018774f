/**
 * Who a request comes from: identities, long-term keys and the temporary credentials the sandbox
 * has issued. Checks neither signatures nor policies.
 */
@NullMarked
package dev.keyturn.sandbox.credential;

import org.jspecify.annotations.NullMarked;
