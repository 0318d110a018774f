/**
 * User stories as transcripts, and what performs them against a sandbox. Knows no class of
 * Keyturn's command line: a {@link dev.keyturn.cli.transcript.Program} may run inside the test or
 * be the image.
 */
@NullMarked
package dev.keyturn.cli.transcript;

import org.jspecify.annotations.NullMarked;
