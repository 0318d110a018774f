/** One class for each rule that derives a plan from files, environment and options. */
@NullMarked
package dev.keyturn.domain.profile.rule;

import org.jspecify.annotations.NullMarked;
