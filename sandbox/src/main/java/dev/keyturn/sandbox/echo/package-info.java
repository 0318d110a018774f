/** For people who write signers: any service that is not here checks the signature and says so. */
@NullMarked
package dev.keyturn.sandbox.echo;

import org.jspecify.annotations.NullMarked;
