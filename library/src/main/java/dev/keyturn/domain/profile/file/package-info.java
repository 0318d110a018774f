/**
 * The content of the two AWS files: profiles, sections, settings and the line each was read from.
 */
@NullMarked
package dev.keyturn.domain.profile.file;

import org.jspecify.annotations.NullMarked;
