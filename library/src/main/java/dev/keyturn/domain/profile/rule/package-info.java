/** One class for each rule that leads from files, environment and options to a plan. */
@NullMarked
package dev.keyturn.domain.profile.rule;

import org.jspecify.annotations.NullMarked;
