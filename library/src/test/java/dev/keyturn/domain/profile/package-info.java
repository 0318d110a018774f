/** Facts about plans: tables of files and requests on one side, calls and targets on the other. */
@NullMarked
package dev.keyturn.domain.profile;

import org.jspecify.annotations.NullMarked;
