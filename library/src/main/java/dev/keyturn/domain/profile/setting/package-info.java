/** Resolves the settings of a profile and derives values from them. */
@NullMarked
package dev.keyturn.domain.profile.setting;

import org.jspecify.annotations.NullMarked;
