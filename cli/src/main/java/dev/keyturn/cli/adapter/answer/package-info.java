/**
 * Answers that the launcher gives again without Java, and what they depend on: files, environment
 * variables and the time. {@code docs/launcher.md} has the rules.
 */
@NullMarked
package dev.keyturn.cli.adapter.answer;

import org.jspecify.annotations.NullMarked;
