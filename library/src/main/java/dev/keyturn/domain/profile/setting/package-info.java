/** What the settings of a profile come to: where they are, and what follows from them. */
@NullMarked
package dev.keyturn.domain.profile.setting;

import org.jspecify.annotations.NullMarked;
