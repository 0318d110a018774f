/**
 * Tests of what the build makes and what starts it: the launchers, the image folder and its caches.
 * Not of what the commands answer.
 */
@NullMarked
package dev.keyturn.cli.image;

import org.jspecify.annotations.NullMarked;
