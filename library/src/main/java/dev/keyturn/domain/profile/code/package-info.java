/** Where the MFA codes of a profile come from, as options, variables and files say. */
@NullMarked
package dev.keyturn.domain.profile.code;

import org.jspecify.annotations.NullMarked;
