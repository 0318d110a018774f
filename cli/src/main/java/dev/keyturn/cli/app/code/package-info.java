/** The sources of MFA codes on this computer. */
@NullMarked
package dev.keyturn.cli.app.code;

import org.jspecify.annotations.NullMarked;
