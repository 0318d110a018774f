/**
 * Answers that the launcher gives again without Java, and what they depend on: files, environment
 * variables and the time. {@code docs/internals/launcher.md} has the rules.
 */
@NullMarked
package dev.keyturn.cli.adapter.answer;

import org.jspecify.annotations.NullMarked;
