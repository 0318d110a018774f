/** The sources of a profile's MFA codes, set by options, variables and files. */
@NullMarked
package dev.keyturn.domain.profile.code;

import org.jspecify.annotations.NullMarked;
