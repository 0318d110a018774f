/** Lists, rotates, activates and deletes a user's access keys without locking the user out. */
@NullMarked
package dev.keyturn.domain.iam.key;

import org.jspecify.annotations.NullMarked;
